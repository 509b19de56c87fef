import { isProblem } from '../../actors/problem'
import { createAgent } from '../../src/cli/control-requests'
import { systemClock } from '../../src/clock'
import { readConfig } from '../../src/config'
import { serveDesk } from '../../src/open'
import { dataFolder } from '../support/data-folder'
import { putDepartment } from '../support/departments'
import { freePort } from '../support/ports'
import { withQuickPasswords } from '../support/quick-passwords'
import { rememberSecrets } from '../support/secrets'

/** Somebody with an account. */
export type Colleague = { name: string; email: string; password: string }

const colleague = (name: string): Colleague => ({
  name,
  email: `${name.toLowerCase()}@desk.example`,
  password: `${name} knows a long enough phrase`,
})
export const [ana, amir, olga] = [colleague('Ana'), colleague('Amir'), colleague('Olga')]

type Hire = { capacity?: number; departments?: string[]; role?: 'agent' | 'admin' }

/**
 * A real desk on SQLite, in this process, on a port of its own. `anyway` is for browsers that come
 * through networks of their own: then no address is the desk's one. `clock` may run faster than time.
 */
export const openTestDesk = async ({ anyway = false, clock = systemClock } = {}) => {
  const port = await freePort()
  const dataDir = await dataFolder()
  const url = `http://127.0.0.1:${port}`
  const config = readConfig(
    {},
    {
      ...{ PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
      ...{ RATE_FACTOR: '100', ...(anyway ? {} : { BASE_URL: url }) },
    },
  )
  const served = await serveDesk(config, { clock, aroundStore: rememberSecrets })
  const { desk } = served
  return {
    ...{ url, port, dataDir, desk },
    hire: async (who: Colleague, { departments = [], role = 'agent', capacity }: Hire = {}) => {
      const made = await createAgent(withQuickPasswords(desk), {
        ...{ ...who, departments, role },
        settings: capacity === undefined ? {} : { capacity },
      })
      if (isProblem(made)) throw new Error(`${who.name} cannot be hired: ${made.reason}`)
      return made
    },
    /** Changes the department everybody starts with, or opens another one. */
    department: (wanted: { id?: string; name: string } & Record<string, unknown>) =>
      putDepartment(desk, { id: desk.clock.id(), ...wanted }),
    close: () => served.close(),
  }
}
export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>
