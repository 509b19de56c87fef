import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { agentToken } from '../../src/commands/agents/link'
import { setStatus } from '../../src/commands/agents/status'
import { openLog } from '../../src/log'
import { openMaintenance } from '../../src/system/maintenance'
import { cannedOfDesk } from '../../views/office/canned'
import { peoplePaths } from '../../views/office/people-paths'
import { paths } from '../../views/paths'
import { sources, withoutComments } from '../house/source'
import { clientId, goOnDuty, hire, PASSWORD, until } from '../support/desk'
import { json, signIn } from './ask'
import { openTwoSides, type TwoSides } from './two-sides'

/** What systems of this kind lose, or keep wrongly: each is looked for here, by its number. */
const { chat, workbench, session } = paths
const DAY_MS = 86_400_000

let sides: TwoSides
let amir: string
beforeAll(async () => {
  sides = await openTwoSides()
  amir = (await store().accounts.all()).find(({ name }) => name === 'Amir')?.id ?? ''
})
afterAll(() => sides.close())

const store = () => sides.harness.store
const find = (id: string) => store().conversations.find(id)
const loadOf = async (id: string) => (await store().agents.find(id))?.load
const textsOf = async (id: string) =>
  (await store().transcripts.last(id, 50)).flatMap(({ body, text }) =>
    body.kind === 'text' ? [text] : [],
  )

describe('seeds 3.2', () => {
  test('14 what ended stays, with all that was said and how long it took', async () => {
    const past = await openTwoSides()
    const { store, desk } = past.harness
    const { conversation, vera, veraSays, anaSays, post } = await past.begin()
    await veraSays('Is it in stock?')
    await anaSays('It is.')
    await post(vera, chat.closure, {})
    const before = await store.conversations.find(conversation)
    past.time.later += 400 * DAY_MS
    const { bus, clock, system } = desk.desk
    const { sweep, tidy, stop } = openMaintenance({
      ...{ node: 'north', store, bus, system, clock, log: openLog('silent') },
    })
    await sweep()
    await tidy()
    await stop()
    expect(await store.conversations.find(conversation)).toMatchObject({
      ...{ state: 'closed', openedAt: before?.openedAt ?? 0 },
    })
    const texts = (await store.transcripts.last(conversation, 50)).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['Is it in stock?', 'It is.']))
    await past.close()
  })

  test('15 each talk is one of its own, however often somebody comes', async () => {
    const { conversation, vera, veraSays, post } = await sides.begin()
    await veraSays('About the lamp')
    await post(vera, chat.closure, {})
    const form = { text: 'About the chair', client_id: clientId() }
    const again = await post(vera, chat.page, form, { headers: json })
    const { conversation: other } = JSON.parse(again.text)
    expect(other).not.toBe(conversation)
    expect(await textsOf(conversation)).not.toContain('About the chair')
    expect(await textsOf(other)).toEqual(['About the chair'])
  })

  test('16 a page that is loaded again is the same talk with the same agent', async () => {
    const { conversation, page, harness } = { ...(await sides.begin()), harness: sides.harness }
    const before = await find(conversation)
    const load = await loadOf(harness.ana.id)
    for (let times = 0; times < 3; times += 1) expect(await page()).toContain('data-seq')
    const screen = harness.follow({ kind: 'visitor', id: before?.visitor ?? '' }, conversation, 0)
    screen.leave()
    await Bun.sleep(100)
    expect(await find(conversation)).toMatchObject({ state: 'active', agent: before?.agent ?? '' })
    expect(await loadOf(harness.ana.id)).toBe(load)
  })

  test('17 a message has the id of its sender: sent again it is there once; refused, it comes back', async () => {
    const { conversation, vera, post } = await sides.begin()
    const form = { text: 'Only once, please', client_id: clientId() }
    const sent = await Promise.all(
      [1, 2, 3].map(() => post(vera, chat.messages, form, { headers: json })),
    )
    expect(new Set(sent.map(({ text }) => JSON.parse(text).seq)).size).toBe(1)
    expect((await textsOf(conversation)).filter((text) => text === form.text)).toHaveLength(1)
    const long = `Too long. ${'x'.repeat(20_000)}`
    const refused = await post(vera, chat.messages, { text: long, client_id: clientId() })
    expect(refused.status).toBe(422)
    expect(refused.text.includes(long)).toBe(true)
    expect(refused.text).not.toContain('undefined')
  })

  test('18 a hand-over says what came of it, and all three know', async () => {
    const { conversation, page } = await sides.begin()
    const account = await store().accounts.byId(amir)
    if (!account) throw new Error('nobody is Amir')
    const { name, role } = account
    const person = { kind: 'staff', id: amir, name, role, departments: ['support'] } as const
    const leave = await goOnDuty(sides.harness.desk, person)
    const load = await loadOf(amir)
    const done = await sides.ask('POST', workbench.transfer(conversation), {
      ...{ cookie: sides.cookies.ana, form: { to: `agent:${amir}` }, headers: json },
    })
    expect([done.text, done.status < 300]).toEqual([done.text, true])
    await until(async () => (await find(conversation))?.agent === amir)
    expect(await loadOf(amir)).toBe((load ?? 0) + 1)
    for (const cookie of [undefined, sides.cookies.ana, sides.cookies.amir])
      expect(await page(cookie)).toContain('Amir')
    await setStatus(sides.harness.desk.desk, person, { status: 'off' })
    leave()
    // Who goes gives back what they have.
    await until(async () => (await find(conversation))?.agent === sides.harness.ana.id)
  })

  test('19 what somebody holds is counted down by every end there is', async () => {
    const { ana } = sides.harness
    const idle = await until(async () => {
      const open = (await store().conversations.held(ana.id)).length
      return (await loadOf(ana.id)) === open ? { open } : null
    })
    const talks = await Promise.all([1, 2, 3].map(() => sides.begin()))
    await until(async () => (await loadOf(ana.id)) === idle.open + 3)
    const [byAgent, byVisitor, bySilence] = talks
    await sides.ask('POST', workbench.closure(byAgent?.conversation ?? ''), {
      cookie: sides.cookies.ana,
      form: {},
    })
    await byVisitor?.post(byVisitor.vera, chat.closure, {})
    await until(async () => (await loadOf(ana.id)) === idle.open + 1)
    // A closure that is sent twice counts down once.
    await byVisitor?.post(byVisitor.vera, chat.closure, {})
    await bySilence?.post(bySilence.vera, chat.closure, {})
    await until(async () => (await loadOf(ana.id)) === idle.open)
    expect(await loadOf(ana.id)).toBe((await store().conversations.held(ana.id)).length)
  })

  test('20 whoever did something is named in the audit, whatever their role', async () => {
    for (const role of ['supervisor', 'admin', 'owner'] as const) {
      const person = await hire(sides.harness.desk, `By ${role}`.replace(' ', ''), 5, role)
      const cookie = await signIn(sides.ask, person.name)
      const form = { code: `by-${role}`, title: 'By', body: 'Hello' }
      const made = await sides.ask('POST', cannedOfDesk.list, { cookie, form, headers: json })
      expect([role, made.status]).toEqual([role, 201])
      const [newest] = await store().audit.newest(1)
      expect(newest).toMatchObject({ act: 'created', actor: person.id, actorName: person.name })
    }
  })

  test('21 what was read is kept, and is so after a reload', async () => {
    const { conversation, page, anaSays, post, vera } = await sides.begin()
    await anaSays('Have you seen it?')
    const seq = Math.max(
      ...(await store().transcripts.last(conversation, 9)).map((entry) => entry.seq),
    )
    expect(await page(sides.cookies.ana)).not.toContain('Seen</')
    await post(vera, chat.seen, { up_to: String(seq) })
    for (const _ of [1, 2]) expect(await page(sides.cookies.ana)).toMatch(/[Ss]een/)
  })

  test('22 a password that an admin sets is the password', async () => {
    const olga = await hire(sides.harness.desk, 'Olga', 5, 'admin')
    const cookie = await signIn(sides.ask, olga.name)
    const fresh = 'another bell for every guest'
    const path = peoplePaths.password(amir)
    const set = await sides.ask('POST', path, { cookie, form: { password: fresh }, headers: json })
    expect(set.status).toBe(201)
    const enter = async (password: string) =>
      (
        await sides.ask('POST', session.signIn, {
          form: { email: 'amir@desk.test', password, cookie: 'given' },
          headers: { Cookie: 'bellhop-probe=1' },
        })
      ).status
    expect([await enter(PASSWORD), await enter(fresh)]).toEqual([401, 303])
    expect(agentToken(sides.harness.desk.desk, amir)).toContain(amir)
  })

  test('23 times are one count of UTC, and nothing reads the clock of the machine’s zone', async () => {
    const local =
      /\.get(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(|\.set(?:Hours|Minutes|Date|Month)\(/
    const found = (await sources('{actors,src,views}/**/*.{ts,tsx}')).filter((source) =>
      local.test(withoutComments(source).text),
    )
    expect(found.map(({ path }) => path)).toEqual([])
    const before = Date.now()
    const { conversation, veraSays } = await sides.begin()
    await veraSays('What time is it?')
    const all = await store().transcripts.last(conversation, 9)
    for (const { at } of all) expect([at >= before, at <= Date.now()]).toEqual([true, true])
  })
})
