/**
 * Makes so many agents in each of so many departments of a desk that is not open, signs them in,
 * sends them away if asked, and writes the departments' ids and the agents' cookies to stdout: what
 * days of the office and hundreds of sign-ins would do, in seconds.
 */
import { addressOf } from '../../actors/address'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../src/commands/sessions/begin'
import { hashToken, newToken } from '../../src/commands/tokens'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'

const [dataDir = '', count = '0', more = '0', status = 'off'] = process.argv.slice(2)
const opened = await openDesk(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }))
// They are signed in already: nobody will ever ask for their passwords.
const desk = { ...opened.desk, passwords: { ...opened.desk.passwords, hash: async () => 'none' } }

const departmentIds = async (): Promise<string[]> => {
  const ids = (await desk.store.departments.all()).slice(0, 1).map(({ id }) => id)
  for (let nth = 0; nth < Number(more); nth += 1) {
    const made = await createDepartment(desk, { name: `Floor ${nth + 2}` })
    if (isProblem(made)) throw new Error(`no department: ${made.reason}`)
    ids.push(made)
  }
  return ids
}

const signIn = async (nth: number, department: string): Promise<string> => {
  const who = { email: `amir${nth}@example.com`, name: `Amir ${nth}`, password: newToken() }
  const id = await hireAgent(desk, who, { departments: [department], capacity: 5 })
  if (isProblem(id)) throw new Error(`no agent: ${id.reason}`)
  const [token, at] = [newToken(), desk.clock.now()]
  const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_LIFE_MS }
  await desk.store.accounts.openSession(hashToken(token), id, times)
  if (status === 'away') await desk.system.send(addressOf('agent', id), { type: 'paused', at })
  return token
}

let nth = 0
for (const department of await departmentIds()) {
  console.log(`department=${department}`)
  for (let each = 0; each < Number(count); each += 1)
    console.log(`session=${await signIn(nth++, department)}`)
}
await opened.close()
