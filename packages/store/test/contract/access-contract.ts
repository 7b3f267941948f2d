import { describe, expect, it } from "vitest";
import { openNew, type StorePlace } from "./store-place.ts";

/** Who may come in over the network: tokens, and the log of what was done. */
export function accessContract(name: string, newPlace: () => StorePlace): void {
  const open = async () => (await openNew(newPlace)).access;

  describe(`${name}: tokens`, () => {
    it("lets in who knows the secret, which nothing else tells", async () => {
      const access = await open();
      const { secret, ...token } = await access.createToken({
        ...{ name: "atlas", role: "write", projects: ["birds", "fish"] },
        expires: new Date(Date.now() + 60_000),
      });
      expect(secret).toMatch(/^epochal_[0-9a-z]{16}_[A-Za-z0-9_-]{43}$/);
      expect(token).toMatchObject({ name: "atlas", role: "write", projects: ["birds", "fish"] });
      expect(await access.listTokens()).toEqual([token]);
      expect(JSON.stringify(await access.listTokens())).not.toContain(secret.slice(25));
      const check = await access.checkToken({ secret });
      expect(check.token?.id).toBe(token.id);
      expect((await access.checkToken({ id: token.id })).token?.id).toBe(token.id);
      const [used] = await access.listTokens();
      expect(used?.usedAt).toBeInstanceOf(Date);
    });

    it("lets in nobody else", async () => {
      const access = await open();
      const { secret, id } = await access.createToken({ name: "atlas" });
      const other = await access.createToken({ name: "other" });
      const last = secret.at(-1) === "A" ? "B" : "A";
      const wrong = [
        "",
        "epochal_",
        id,
        secret.slice(0, -1),
        `${secret}A`,
        secret.slice(0, -1) + last,
        secret.toUpperCase(),
        `${secret.slice(0, 25)}${other.secret.slice(25)}`,
        `epochal_${"0".repeat(16)}_${secret.slice(25)}`,
        `${secret}\0`,
        ` ${secret}`,
      ];
      for (const each of wrong)
        expect(await access.checkToken({ secret: each }), each).toEqual({ fault: "unknown" });
      expect(await access.checkToken({ id: "nobody" })).toEqual({ fault: "unknown" });
    });

    it("ends where it expires, and where it is revoked, once", async () => {
      const access = await open();
      const short = await access.createToken({ name: "short", expires: 1 });
      await expect
        .poll(() => access.checkToken({ secret: short.secret }))
        .toEqual({ fault: "expired" });
      const { secret, id } = await access.createToken({ name: "atlas", expires: Infinity });
      expect((await access.checkToken({ secret })).token).not.toHaveProperty("expiresAt");
      const revoked = await access.revokeToken("atlas", { by: "ana" });
      expect(revoked.revokedAt).toBeInstanceOf(Date);
      expect(await access.checkToken({ secret })).toEqual({ fault: "revoked" });
      expect(await access.checkToken({ id })).toEqual({ fault: "revoked" });
      expect(await access.revokeToken(id)).toEqual(revoked);
      for (const gone of ["atlas", "nobody"])
        await expect(access.revokeToken(gone)).rejects.toMatchObject({ code: "token_not_found" });
      const said = (await access.readLog()).filter(({ action }) => action === "token revoked");
      expect(said).toMatchObject([{ who: "ana", what: `atlas (${id})` }]);
    });

    it("is revoked by its id where several have its name", async () => {
      const access = await open();
      const tokens = [
        await access.createToken({ name: "a" }),
        await access.createToken({ name: "a" }),
      ];
      await expect(access.revokeToken("a")).rejects.toThrow(tokens[0]?.id);
      await access.revokeToken(tokens[0]?.id ?? "");
      expect((await access.revokeToken("a")).id).toBe(tokens[1]?.id);
    });

    it.each([
      [{}, "name must be"],
      [{ name: " " }, "name must be"],
      [{ name: "x".repeat(501) }, "name must be"],
      [{ name: "a", role: "admin" }, 'role must be "read" or "write"'],
      [{ name: "a", projects: "birds" }, "projects must be a list"],
      [{ name: "a", projects: [] }, "must name one at least"],
      [{ name: "a", projects: [""] }, "projects must be a list"],
      [{ name: "a", expires: 0 }, "expires must be"],
      [{ name: "a", expires: Number.NaN }, "expires must be"],
      [{ name: "a", expires: new Date(1) }, "expires must be"],
      [{ name: "a", expires: "soon" }, "expires must be"],
      [{ name: "a", project: ["b"] }, "projects"],
    ])("refuses %j", async (options, says) => {
      await expect((await open()).createToken(options as never)).rejects.toThrow(says);
    });
  });

  describe(`${name}: the log of changes`, () => {
    it("tells the newest first", async () => {
      const access = await open();
      await access.createToken({ name: "atlas", by: "ana" });
      await access.addToLog({ who: "atlas", action: "changed", what: "/api/x", origin: "::1" });
      const log = await access.readLog();
      expect(log).toMatchObject([
        { who: "atlas", action: "changed", what: "/api/x", origin: "::1" },
        { who: "ana", action: "token created" },
      ]);
      expect(log[0]?.at).toBeInstanceOf(Date);
      expect(await access.readLog({ limit: 1 })).toEqual(log.slice(0, 1));
      await expect(access.readLog({ limit: -1 })).rejects.toThrow("limit must be");
    });
  });
}
