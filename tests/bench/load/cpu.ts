import { readFileSync } from 'node:fs'

/** CPU seconds that programs have used so far, user and system, by the kernel's count of 1/100 s. */
export const cpuSeconds = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + ticksOf(pid) / 100, 0)

const ticksOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name before it may hold spaces; utime and stime are the 12th and 13th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** Resident memory of a program in bytes. */
export const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024

/** How busy this process and others are between two moments, as shares of one core. */
export const watchCpu = (pids: readonly number[]) => {
  const [began, own, others] = [performance.now(), process.cpuUsage(), cpuSeconds(pids)]
  return () => {
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(own)
    return {
      seconds,
      busy: (user + system) / 1e6 / seconds,
      serverBusy: (cpuSeconds(pids) - others) / seconds,
    }
  }
}
