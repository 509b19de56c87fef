import { addressOf } from '../../../actors/address'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { hireAgent } from '../../commands/agents/hire'
import { setStatus } from '../../commands/agents/status'
import { configureDepartment } from '../../commands/departments/configure'
import { createDepartment } from '../../commands/departments/create'
import { renameDepartment } from '../../commands/departments/rename'
import type { OpenDesk } from '../../open'
import { type AgentKey, admin, agents, departments, type Shift } from './day'
import { demoPassword } from './keys'

export type Crew = Record<AgentKey, Staff>

/** The demo has nobody who gives up: who waits at its end still waits when it is looked at. */
const PATIENCE_MS = 4 * 3_600_000

/** Opens the departments and makes the accounts; `lead` is the admin's. */
export const hireCrew = async ({ desk }: OpenDesk): Promise<{ crew: Crew; lead: Staff }> => {
  for (const { id, name, ...changes } of Object.values(departments)) {
    const settings = { ...changes, patience: PATIENCE_MS }
    if (await desk.store.departments.find(id)) {
      done(await renameDepartment(desk, id, { name }))
      done(await configureDepartment(desk, id, settings))
    } else done(await createDepartment(desk, { id, name, ...settings }))
  }
  const hire = async (
    person: { name: string; email: string },
    places: { departments: string[]; capacity: number },
    role: 'agent' | 'admin',
  ): Promise<Staff> => {
    const password = demoPassword(desk.secret, person.email)
    const id = done(
      await hireAgent(desk, { name: person.name, email: person.email, password }, places, role),
    )
    return { kind: 'staff', id, name: person.name, role, departments: places.departments }
  }
  const everywhere = Object.values(departments).map(({ id }) => id)
  const lead = await hire(admin, { departments: everywhere, capacity: 3 }, 'admin')
  const crew = {} as Crew
  for (const key of Object.keys(agents) as AgentKey[]) {
    const { name, email, capacity, departments: keys } = agents[key]
    const places = { capacity, departments: keys.map((one) => departments[one].id) }
    crew[key] = await hire({ name, email }, places, 'agent')
  }
  return { crew, lead }
}

/** Somebody comes, goes, or loses the connection. */
export const work = async ({ desk, node }: OpenDesk, person: Staff, does: Shift[2]) => {
  const reach = (type: 'appeared' | 'vanished') =>
    desk.system.send(addressOf('agent', person.id), { type, at: desk.clock.now(), node })
  const become = async (status: string) => done(await setStatus(desk, person, { status }))
  if (does === 'comes' || does === 'reconnects') await reach('appeared')
  if (does === 'comes' || does === 'reconnects' || does === 'returns') await become('ready')
  if (does === 'pauses') await become('away')
  if (does === 'leaves') await become('off')
  if (does === 'leaves' || does === 'drops') await reach('vanished')
}

/** What a command answered, when it may not have gone wrong. */
export const done = <Outcome>(outcome: Outcome | Problem): Outcome => {
  if (isProblem(outcome)) throw new Error(`the demo's day came out otherwise: ${outcome.reason}`)
  return outcome
}
