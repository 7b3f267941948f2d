/** The processor's time that this thread has taken: what other programs and other threads do meanwhile is not in it. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
