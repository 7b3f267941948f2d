import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { cacheFolder } from "../cache-folder.ts";
import { mustRun } from "./must-run.ts";
import { stubPython } from "./stub-python.ts";

/** The version that tfjs-node 4.22.0 is made for. No npm package carries it, but a wheel on PyPI does. */
const VERSION = "2.9.1";
const SHA256 = "6666ddeae45e1f41da788cb4bdea3435aba16edb0bc17b7ac00631c7c9eb052e";

const cache = path.join(cacheFolder, `tensorflow-cpu-${VERSION}`);

/** Takes the libraries and the C headers out of the wheel, and leaves the other gigabyte packed. */
const UNPACK = `
import os, re, shutil, sys, zipfile
wheel, target = sys.argv[1:]
library = re.compile(r"tensorflow/(libtensorflow_framework\\.so\\.2|python/_pywrap_tensorflow_internal\\.so)")
header = re.compile(r"tensorflow/include/(tensorflow/c/(?!experimental/).+\\.h|.+/(ctstring|ctstring_internal|tsl_status)\\.h)")
with zipfile.ZipFile(wheel) as archive:
    for entry in archive.namelist():
        if library.fullmatch(entry):
            to = os.path.join(target, "lib", os.path.basename(entry))
        elif header.fullmatch(entry):
            to = os.path.join(target, "include", header.fullmatch(entry).group(1))
        else:
            continue
        os.makedirs(os.path.dirname(to), exist_ok=True)
        with archive.open(entry) as source, open(to, "wb") as out:
            shutil.copyfileobj(source, out, 1 << 20)
`;

async function download(folder: string): Promise<string> {
  const requirements = path.join(folder, "requirements.txt");
  writeFileSync(requirements, `tensorflow-cpu==${VERSION} --hash=sha256:${SHA256}\n`);
  const wheels = path.join(folder, "wheel");
  await mustRun("the download of TensorFlow (Python with pip)", "python3", [
    ...["-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"],
    ...["--timeout", "20", "--retries", "2", "--no-cache-dir"],
    ...["--no-deps", "--only-binary=:all:", "--implementation", "cp", "--python-version", "310"],
    ...["--platform", "manylinux2014_x86_64", "--platform", "manylinux_2_17_x86_64"],
    ...["--dest", wheels, "--requirement", requirements],
  ]);
  const wheel = readdirSync(wheels).find((file) => file.endsWith(".whl"));
  if (wheel === undefined) throw new Error("pip downloaded no wheel of TensorFlow");
  return path.join(wheels, wheel);
}

async function fill(folder: string): Promise<void> {
  await mustRun("unpacking TensorFlow", "python3", ["-c", UNPACK, await download(folder), folder]);
  const lib = path.join(folder, "lib");
  const extension = "_pywrap_tensorflow_internal.so";
  await stubPython({ library: path.join(lib, extension), folder: lib });
  // 507 MB with symbols, 390 MB without.
  await mustRun("strip (Debian: binutils)", "strip", [
    "-s",
    ...readdirSync(lib).map((file) => path.join(lib, file)),
  ]);
  symlinkSync(extension, path.join(lib, "libtensorflow.so"));
  symlinkSync("libtensorflow_framework.so.2", path.join(lib, "libtensorflow_framework.so"));
  for (const left of ["wheel", "requirements.txt"])
    rmSync(path.join(folder, left), { recursive: true });
}

/** The folder that holds `lib` and `include` of TensorFlow: from the cache, else from PyPI. */
export async function obtainTensorflow(): Promise<string> {
  if (existsSync(cache)) return cache;
  // Filled beside its place and renamed when whole, so that a folder of that name is always complete.
  const partial = `${cache}.${process.pid}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    try {
      renameSync(partial, cache);
    } catch (error) {
      if (!existsSync(cache)) throw error; // else another process was faster
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return cache;
}
