import { freePort } from '../support/ports'
import { spawnProgram, waitFor } from '../support/programs'
import type { Gauges } from './gauged'
import { loud } from './ours'

/** A desk that says how it fares inside. */
export type GaugedDesk = {
  url: string
  port: number
  pid: number
  /** What the gauges say of the time since they were read last. */
  read(): Promise<Gauges>
  stop(): Promise<void>
}

/** Opens the desk of a folder, from source and in a process of its own. */
export const openGauged = async (dataDir: string): Promise<GaugedDesk> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const where = { HOST: '127.0.0.1', PORT: `${port}`, BASE_URL: url, DATA_DIR: dataDir }
  const program = spawnProgram(process.execPath, [`${import.meta.dir}/gauged.ts`], {
    env: { ...loud, ...where, DATABASE_URL: undefined, REDIS_URL: undefined },
  })
  const ended = program.exited.then((code) => {
    throw new Error(`The desk ended with ${code}:\n${program.output().slice(-2000)}`)
  })
  ended.catch(() => {})
  const isUp = () => /^gauges (\d+)$/m.exec(program.output())?.[1]
  const gauges = await Promise.race([ended, waitFor('the gauges', isUp, 30_000)])
  return {
    ...{ url, port, pid: program.pid },
    read: async () => (await fetch(`http://127.0.0.1:${gauges}/`)).json() as Promise<Gauges>,
    stop: async () => void (await program.stop(20_000)),
  }
}
