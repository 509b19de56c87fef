import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { contextIn } from '../../actors/current'
import { nextVisit } from '../../actors/visitor/visit'
import { hireAgent } from '../../src/commands/agents/hire'
import { createTrigger } from '../../src/commands/visitors/triggers'
import { paths } from '../../views/paths'
import { Screen } from '../feeds/page'
import { openTestClock } from '../support/clock'
import { hire, openTestDesk, PASSWORD, type TestDesk, until } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { type Ask, askOf, json, signIn } from './ask'
import { openTab, type Tab } from './tab'

const { chat, workbench } = paths
const HOME = 'http://desk.test'

let desk: TestDesk
let ask: Ask
let ana: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await hire(desk, 'Ana')
  ana = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

const agent = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

/** Somebody opens the site, and a page of it. */
const arrive = async (of: TestDesk = desk): Promise<Tab> => {
  const tab = openTab(of)
  await tab.get(chat.page)
  return tab
}
const open = (tab: Tab, url: string, more: Record<string, string> = {}) =>
  tab.post(chat.trail, { url: `${HOME}${url}`, title: `Page ${url}`, ...more }, { headers: agent })

const visitorOf = async (tab: Tab, of: TestDesk = desk): Promise<string> => {
  const token = tab.jar.get('bellhop-visitor') ?? ''
  const hash = new Bun.CryptoHasher('sha256').update(token).digest('hex')
  return (await of.desk.store.visits.visitorOf(hash)) ?? ''
}

type Seen = { visitor: string; pages: { url: string }[]; invitation: string | null }
const online = async (): Promise<Seen[]> => {
  const answer = await ask('GET', workbench.visitors(), { cookie: ana, headers: json })
  return JSON.parse(answer.text).visitors
}

describe('a page of the site', () => {
  test('is kept without what is nobody’s business, with the browser and the way here', async () => {
    const tab = await arrive()
    const way = { referrer: 'https://search.example/find?q=secret#a' }
    const url = '/pricing?plan=gold&token=abc&reset_password=1&utm_source=news#top'
    expect((await open(tab, url, way)).status).toBe(204)
    await open(tab, '/help')
    const visit = await desk.desk.store.visits.of(await visitorOf(tab))
    expect(visit?.pages.map((page) => page.url)).toEqual([
      `${HOME}/help`,
      `${HOME}/pricing?plan=gold&utm_source=news`,
    ])
    expect(visit?.about).toMatchObject({
      ...{ browser: 'Firefox 140', system: 'Linux', language: 'en', place: null },
      ...{ referrer: 'https://search.example/find', utm: { source: 'news' } },
    })
  })

  test.each([['https://elsewhere.example/pricing'], ['javascript:alert(1)'], ['nothing'], ['']])(
    'is none of ours: %s',
    async (url) => {
      const tab = await arrive()
      const refused = await tab.post(chat.trail, { url }, { accept: 'json' })
      expect([refused.status, JSON.parse(refused.text).error.field]).toEqual([422, 'url'])
      expect(await visitorOf(tab)).toBe('')
    },
  )

  test('is not the chat in its frame: the site tells of its own pages', async () => {
    const tab = await arrive()
    for (const url of ['/tents', '/widget', '/widget?new=', '/tents'])
      expect((await open(tab, url)).status).toBe(204)
    const visit = await desk.desk.store.visits.of(await visitorOf(tab))
    expect(visit?.pages.map(({ url }) => url)).toEqual([`${HOME}/tents`])
  })

  test('gives a cookie to who has none, and knows them by the next', async () => {
    const tab = openTab(desk)
    expect((await open(tab, '/a')).status).toBe(204)
    expect((await open(tab, '/b')).status).toBe(204)
    const visit = await desk.desk.store.visits.of(await visitorOf(tab))
    expect(visit?.pages.map(({ url }) => url)).toEqual([`${HOME}/b`])
  })

  test('that is opened twice at once is kept with the other', async () => {
    const tab = await arrive()
    await open(tab, '/first')
    await Promise.all(['/one', '/two', '/three'].map((url) => open(tab, url)))
    const visit = await desk.desk.store.visits.of(await visitorOf(tab))
    expect(visit?.pages.length).toBe(4)
  })
})

describe('who is on the site', () => {
  test('is listed with the page they have before them, live', async () => {
    const tab = await arrive()
    await open(tab, '/pricing')
    const id = await visitorOf(tab)
    const screen = new Screen()
    const staff = await desk.desk.store.agents.all()
    const [row] = staff
    const session = {
      staff: { kind: 'staff', id: row?.id ?? '', name: 'Ana', role: 'agent', departments: [] },
      check: async () => null,
    } as const
    desk.web.feeds.online(session, { language: 'en', until: undefined }, screen, { address: '' })
    screen.open()
    await until(() => screen.has(`id="v-${id}"`))
    await open(tab, '/checkout')
    await until(() => screen.has('/checkout'))
    const page = await ask('GET', workbench.visitors(), { cookie: ana })
    expect(page.text).toContain(workbench.invite(id))
    screen.leave()
  })

  test('is nobody’s business but the desk’s', async () => {
    expect((await ask('GET', workbench.visitors(), { headers: json })).status).toBe(401)
  })
})

describe('an invitation', () => {
  test('opens on that visitor’s page only, and a refusal is remembered', async () => {
    const [vera, vito] = [await arrive(), await arrive()]
    await open(vera, '/pricing')
    await open(vito, '/pricing')
    const id = await visitorOf(vera)
    const invite = (form: Record<string, string>) =>
      ask('POST', workbench.invite(id), { cookie: ana, form, headers: json })
    expect((await invite({ text: ' ' })).status).toBe(422)
    expect((await invite({ text: 'x'.repeat(301) })).status).toBe(422)
    expect((await invite({ text: 'Which plan suits you?' })).status).toBe(204)
    expect((await vera.get(chat.page)).text).toContain('Which plan suits you?')
    expect((await vito.get(chat.page)).text).not.toContain('Which plan suits you?')
    expect((await vera.post(chat.invitation, { answer: 'maybe' })).status).toBe(422)
    expect((await vera.submit(chat.invitation, { answer: 'no' })).text).not.toContain('Which plan')
    await until(async () => (await online()).some((one) => one.invitation === 'declined'))
    const again = await invite({ text: 'And now?' })
    expect([again.status, JSON.parse(again.text).error.reason]).toEqual([409, 'invitationDeclined'])
  })

  test('comes live to a page that was opened before its visitor was known', async () => {
    const tab = await arrive()
    const hash = new Bun.CryptoHasher('sha256')
      .update(tab.jar.get('bellhop-visitor') ?? '')
      .digest('hex')
    const screen = new Screen(true)
    const reader = { id: hash, token: hash, language: 'en', zone: 'UTC' } as const
    desk.web.feeds.start(reader, screen, { address: '' })
    screen.open()
    await until(() => screen.has('id="expectation"'))
    await open(tab, '/pricing')
    const form = { text: 'Are you looking for something?' }
    await ask('POST', workbench.invite(await visitorOf(tab)), { cookie: ana, form })
    await until(() => screen.has('Are you looking for something?'))
    screen.leave()
  })

  test('goes to nobody who is in a chat, or was never here', async () => {
    const tab = await arrive()
    await open(tab, '/pricing')
    await tab.post(chat.page, { text: 'Hello', client_id: `client-${crypto.randomUUID()}` })
    const id = await visitorOf(tab)
    const invite = (visitor: string) =>
      ask('POST', workbench.invite(visitor), { cookie: ana, form: { text: 'Hi' }, headers: json })
    expect(JSON.parse((await invite(id)).text).error.reason).toBe('visitorTalks')
    expect((await invite('0190-nobody')).status).toBe(404)
  })
})

describe('a trigger', () => {
  const pricing = { pattern: '/pricing*', after: '20s', visits: '1', language: '' }

  test('invites once who stays on its page, and nobody who went on', async () => {
    const time = openTestClock()
    const own = await openTestDesk({ clock: time.clock })
    await createTrigger(own.desk, { ...pricing, text: 'Which plan suits you?' })
    const stays = await arrive(own)
    const goes = await arrive(own)
    const goesElsewhere = await arrive(own)
    await open(stays, '/pricing')
    await open(goes, '/pricing')
    await open(goes, '/help')
    // Their next page comes to another node, which keeps it and plans nothing here.
    await open(goesElsewhere, '/pricing')
    const { visits } = own.desk.store
    const visit = await visits.of(await visitorOf(goesElsewhere, own))
    if (!visit) throw new Error('no visit')
    const help = { url: `${HOME}/help`, title: '', at: time.now() + 1 }
    await visits.keep(nextVisit(visit, visit.visitor, help, visit.about))
    const invitationOf = async (tab: Tab) => {
      const stored = await own.desk.store.turns.load(`visitor:${await visitorOf(tab, own)}`)
      return contextIn('visitor', stored?.snapshot)?.invitation ?? null
    }
    await time.pass(19_000)
    expect(await invitationOf(stays)).toBeNull()
    await time.pass(2_000)
    const [asked] = await Promise.all([time.until(() => invitationOf(stays)), time.pass(1_000)])
    expect(asked).toMatchObject({ text: 'Which plan suits you?', agent: null })
    for (const tab of [goes, goesElsewhere]) expect(await invitationOf(tab)).toBeNull()
    await stays.submit(chat.invitation, { answer: 'no' })
    await open(stays, '/help')
    await open(stays, '/pricing')
    await time.pass(25_000)
    expect((await invitationOf(stays))?.id).toBe(asked?.id ?? '')
    await own.close()
  })
})

describe('somebody who talks with another department', () => {
  test('is on the site without a name, for who may not know of their conversation', async () => {
    const sales = { departments: ['nowhere'] }
    const account = { name: 'Bea', email: 'bea@desk.test', password: PASSWORD }
    await hireAgent(withQuickPasswords(desk.desk), account, sales, 'agent')
    const bea = await signIn(ask, 'Bea')
    const tab = await arrive()
    await open(tab, '/pricing')
    const form = { name: 'Vera Kovač', text: 'Hello', client_id: `client-${crypto.randomUUID()}` }
    await tab.post(chat.page, form)
    const id = await visitorOf(tab)
    const seenBy = async (cookie: string) => {
      const { text } = await ask('GET', workbench.visitors(), { cookie, headers: json })
      return JSON.parse(text).visitors.find((one: Seen) => one.visitor === id)
    }
    expect(await seenBy(ana)).toMatchObject({ name: 'Vera Kovač', talking: true })
    expect(await seenBy(bea)).toMatchObject({ name: '', conversation: null })
    expect(JSON.stringify(await seenBy(bea))).not.toMatch(/address|email/)
  })
})
