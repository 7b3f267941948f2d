// JavaScript on purpose: it has the same name in src and dist, and no compiler rewrites names inside `new URL()`.
import { sendForever } from "./sending-thread.ts";

sendForever();
