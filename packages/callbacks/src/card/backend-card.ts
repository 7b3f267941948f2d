import type { RunCard } from "@epochal/record";
import { backend, env, getBackend } from "@tensorflow/tfjs";

/** The flags that change what a backend computes, or how fast. */
const flags: Readonly<Record<string, readonly string[]>> = {
  cpu: [],
  tensorflow: [],
  wasm: ["WASM_HAS_SIMD_SUPPORT", "WASM_HAS_MULTITHREAD_SUPPORT"],
  webgl: [
    "WEBGL_VERSION",
    "WEBGL_FORCE_F16_TEXTURES",
    "WEBGL_RENDER_FLOAT32_ENABLED",
    "WEBGL_RENDER_FLOAT32_CAPABLE",
    "WEBGL_PACK",
  ],
  webgpu: ["WEBGPU_CPU_FORWARD", "WEBGPU_USE_PROFILE_TOOL"],
};

interface WebGl {
  getExtension(name: string): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getParameter(name: number): unknown;
}

/** Which backend computes, with which flags, on which GPU. */
export async function backendCard(): Promise<RunCard["backend"]> {
  const name = getBackend();
  const found: Record<string, string | number | boolean> = {};
  for (const flag of ["DEBUG", ...(flags[name] ?? [])]) {
    try {
      found[flag] = (await env().getAsync(flag)) as number | boolean;
    } catch {
      // A flag of another version.
    }
  }
  const gpu = gpuName();
  return { name, flags: found, ...(gpu !== undefined && { gpu }) };
}

function gpuName(): string | undefined {
  try {
    const { gpgpu, adapterInfo } = backend() as unknown as {
      gpgpu?: { gl: WebGl };
      adapterInfo?: { vendor?: string; architecture?: string };
    };
    if (adapterInfo !== undefined) {
      return [adapterInfo.vendor, adapterInfo.architecture].filter(Boolean).join(" ") || undefined;
    }
    const names = gpgpu?.gl.getExtension("WEBGL_debug_renderer_info");
    if (gpgpu === undefined || names == null) return undefined;
    return String(gpgpu.gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
  } catch {
    return undefined;
  }
}
