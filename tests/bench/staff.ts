/**
 * Makes so many agents at a desk that is not open, signs them in and writes their cookies to
 * stdout: what a day of the office and a hundred sign-ins would do, in seconds.
 */
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../src/commands/sessions/sign-in'
import { hashToken, newToken } from '../../src/commands/tokens'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'

const [dataDir = '', count = '0'] = process.argv.slice(2)
const { desk, close } = await openDesk(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }))
const [department] = await desk.store.inbox.departments()
const place = { departments: [department?.id ?? ''], capacity: 5 }

for (let nth = 0; nth < Number(count); nth += 1) {
  const who = { email: `amir${nth}@example.com`, name: `Amir ${nth}`, password: newToken() }
  const id = await hireAgent(desk, who, place)
  if (isProblem(id)) throw new Error(`no agent: ${id.reason}`)
  const [token, at] = [newToken(), desk.clock.now()]
  const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_LIFE_MS }
  await desk.store.accounts.openSession(hashToken(token), id, times)
  console.log(`session=${token}`)
}
await close()
