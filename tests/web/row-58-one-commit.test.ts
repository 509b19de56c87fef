import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { AuditedAct } from '../../actors/audit'
import { isProblem } from '../../actors/problem'
import { type ControlRequest, handle } from '../../src/cli/control-requests'
import { createRole } from '../../src/commands/roles/write'
import { SESSION_IDLE_MS } from '../../src/commands/sessions/begin'
import { hashToken, newToken } from '../../src/commands/tokens'
import { hoursPaths } from '../../views/office/hours'
import { peoplePaths } from '../../views/office/people-paths'
import { rolePaths } from '../../views/office/role-paths'
import { visitorPaths } from '../../views/office/visitors/list'
import { paths } from '../../views/paths'
import { PASSWORD, visit } from '../support/desk'
import { json } from './ask'
import { peopleOf } from './invited'
import { type Office, openOffice } from './office'

/**
 * Whoever ends the program between an act and its line in the audit finds neither or both: an office in
 * which nothing can be told afterwards, or before, tells of everything all the same.
 */
let office: Office
let add: Office['desk']['desk']['store']['audit']['add']
beforeAll(async () => {
  office = await openOffice()
  const { audit } = office.desk.desk.store
  add = audit.add
  audit.add = () => Promise.reject(new Error('nothing is told by itself here'))
})
afterAll(async () => {
  office.desk.desk.store.audit.add = add
  await office.close()
})

const { invite, accept } = peopleOf(() => office)

const actsOf = async (work: () => Promise<unknown>): Promise<AuditedAct[]> => {
  const rows = () => office.desk.desk.store.audit.newest(1_000)
  const before = new Set((await rows()).map(({ id }) => id))
  await work()
  return (await rows())
    .filter(({ id }) => !before.has(id))
    .map(({ act }) => act)
    .toReversed()
}
const done = async (path: string, form: Record<string, string> = {}) => {
  const { status, text } = await office.post(path, form, json)
  expect([text, [200, 201, 204].includes(status)]).toEqual([text, true])
}

describe('row 58: an act and what is told of it are one commit', () => {
  test('of colleagues', async () => {
    expect(await actsOf(() => invite())).toEqual(['accountMade', 'linkMade'])
    const { id, token } = await invite()
    const acts: [AuditedAct, string, Record<string, string>][] = [
      ['accountChanged', peoplePaths.revision(id), { name: 'Ines', capacity: '2' }],
      ['accountChanged', peoplePaths.revision(id), { email: 'i@desk.test', role: 'supervisor' }],
      ['accountDisabled', peoplePaths.disabling(id), {}],
      ['accountEnabled', peoplePaths.enabling(id), {}],
    ]
    for (const [act, path, form] of acts)
      expect([path, await actsOf(() => done(path, form))]).toEqual([path, [act]])
    expect(await actsOf(() => accept(token))).toContain('passwordSet')
    const again = { password: `${PASSWORD} again` }
    expect(await actsOf(() => done(peoplePaths.password(id), again))).toEqual(['passwordSet'])
    const { accounts } = office.desk.desk.store
    const at = office.desk.desk.clock.now()
    const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_IDLE_MS }
    await accounts.openSession(hashToken(newToken()), id, times)
    expect(await actsOf(() => done(peoplePaths.sessionsRemoval(id)))).toEqual(['sessionsEnded'])
    expect(await actsOf(() => done(peoplePaths.removal(id)))).toEqual(['accountRemoved'])
  })

  test('of roles, visitors and hours', async () => {
    const role = await createRole(office.desk.desk, { name: 'Planner', permissions: [] })
    if (isProblem(role)) throw new Error(role.reason)
    const { person } = await visit(office.desk, 'Vera')
    const acts: [AuditedAct, string, Record<string, string>][] = [
      ['roleMade', rolePaths.list, { name: 'Reader', from: 'agent' }],
      ['roleChanged', rolePaths.revision(role), { name: 'Planner of all' }],
      ['roleRemoved', rolePaths.removal(role), {}],
      ['visitorChanged', visitorPaths.details(person.id), { company: 'Lamps Ltd' }],
      ['visitorChanged', visitorPaths.attribute(person.id), { attribute: 'plan', value: 'gold' }],
      ['visitorChanged', visitorPaths.pin(person.id), { pinned: 'yes' }],
      ['hoursChanged', hoursPaths.week('desk'), { zone: 'Asia/Tokyo' }],
      ['hoursChanged', hoursPaths.week('support'), { use: 'own', zone: 'Asia/Tokyo' }],
    ]
    for (const [act, path, form] of acts)
      expect([path, await actsOf(() => done(path, form))]).toEqual([path, [act]])
  })

  test('of one’s own password', async () => {
    const form = { current_password: PASSWORD, new_password: `${PASSWORD} of mine` }
    const cookie = office.cookies.supervisor
    const acts = await actsOf(() =>
      office.ask('POST', paths.workbench.me, { cookie, form, headers: json }),
    )
    expect(acts).toEqual(['passwordSet'])
  })

  test('of the command line, which does the same by the same commands', async () => {
    const ref = { role: 'agent', email: 'cleo@desk.test' } as const
    const requests: [AuditedAct, ControlRequest][] = [
      [
        'accountMade',
        { do: 'account create', input: { ...ref, name: 'Cleo', password: PASSWORD } },
      ],
      ['accountChanged', { do: 'account change', input: { ...ref, settings: { capacity: 3 } } }],
      ['passwordSet', { do: 'account password', input: { ...ref, password: PASSWORD } }],
      ['accountDisabled', { do: 'account disable', input: ref }],
      ['accountEnabled', { do: 'account enable', input: ref }],
      ['accountRemoved', { do: 'account remove', input: ref }],
      [
        'changed',
        {
          do: 'text change',
          input: { language: 'en', word: 'chat.hello', fields: { text: 'Ahoy' } },
        },
      ],
      ['changed', { do: 'desk settings', input: { group: 'brand', changes: { name: 'Lamps' } } }],
      ['changed', { do: 'department rename', input: { name: 'Support', to: 'Help desk' } }],
    ]
    for (const [act, request] of requests) {
      const acts = await actsOf(async () => {
        const answer = await handle(office.desk.desk, request)
        expect([request.do, answer]).toMatchObject([request.do, { id: expect.any(String) }])
      })
      expect([request.do, acts]).toEqual([request.do, [act]])
    }
  })
})
