import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { hireAgent } from '../../src/commands/agents/hire'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { PASSWORD, until, visit } from '../support/desk'
import { pictures } from '../support/gallery/pages'
import { withQuickPasswords } from '../support/quick-passwords'
import { json, signIn } from './ask'
import { type DeskOfTwo, openDeskOfTwo } from './colleagues'

const { chat, workbench } = paths
const under = `${workbench.conversation(':id')}/`

let desk: DeskOfTwo['desk']
let ask: DeskOfTwo['ask']
let cookies: DeskOfTwo['cookies'] & { Sina: string }
beforeAll(async () => {
  const two = await openDeskOfTwo()
  ;({ desk, ask } = two)
  const sina = { email: 'sina@desk.test', name: 'Sina', password: PASSWORD }
  await hireAgent(withQuickPasswords(desk.desk), sina, { departments: ['support'] }, 'supervisor')
  cookies = { ...two.cookies, Sina: await signIn(ask, 'Sina') }
})
afterAll(() => desk.close())

/** What says nothing of the line it was pressed on, and why it does no harm when it comes late. */
const harmless: Readonly<Record<string, string>> = {
  ...{ notes: 'a line of its own, once by its client_id', whisper: 'the same' },
  ...{ files: 'the same', seen: 'only goes further', typing: 'passes', draft: 'is for them alone' },
  block: 'once by its client_id',
  unblock: 'names a block that is there once',
  cards: 'the same',
  split: 'names the line it begins at, and what has moved on from it is there no more',
  unsplit: 'takes back the newest split, once, within a day',
  visitor: 'is about the visitor, and what is left out of it stays',
  'scheduled/:client_id/cancellation': 'names a message that is there once',
  'mentions/seen': 'what they have seen themselves',
  'messages/:client_id/revision': 'their own words, which nobody else changes',
  'messages/:client_id/withdrawal': 'the same, and nothing comes after it',
  'messages/:client_id/reactions': 'their own emoji on one line',
  'messages/:client_id/reveal': 'shows what was said, and changes nothing',
}

describe('whatever is done to a conversation', () => {
  const posted = routes.filter(({ method, path }) => method === 'POST' && path.startsWith(under))
  const verbOf = ({ path }: { path: string }) => path.slice(under.length)
  const names = ({ form }: (typeof posted)[number]) => Object.keys(form?.shape ?? {})

  test('says by which line or offer it was pressed, or does no harm when it is late', () => {
    const isSaid = (one: (typeof posted)[number]) =>
      names(one).includes('seq') || names(one).includes('offer')
    const silent = posted.filter((one) => !isSaid(one)).map(verbOf)
    expect(silent.filter((verb) => harmless[verb] === undefined)).toEqual([])
    expect(posted.map(verbOf)).toEqual(expect.arrayContaining(Object.keys(harmless)))
  })

  test('has a form that says so on every page', () => {
    // A message is a line of its own; what could not be sent is shown where no line is.
    const said = posted.filter(
      (one) =>
        names(one).includes('seq') &&
        !harmless[verbOf(one)] &&
        one.path !== workbench.messages(':id'),
    )
    const asks = said.map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))
    const shown = pictures.flatMap(({ name, page }) =>
      [
        ...String(page({ theme: 'light', language: 'en' })).matchAll(
          /<form([^>]*)>([\s\S]*?)<\/form>/g,
        ),
      ].map(([, head = '', form = '']) => ({
        name,
        isPost: head.includes('method="post"'),
        action: /action="([^"?]*)/.exec(head)?.[1] ?? '',
        says: form.includes('name="seq"'),
      })),
    )
    const theirs = shown.filter(
      ({ isPost, action }) => isPost && asks.some((one) => one.test(action)),
    )
    const kinds = new Set(theirs.map(({ action }) => action.split('/').at(-1)))
    for (const kind of ['snooze', 'priority', 'tags', 'closure', 'transfer', 'merge', 'revision'])
      expect(kinds).toContain(kind)
    expect(theirs.filter(({ says }) => !says)).toEqual([])
  })
})

const row = (id: string) => desk.desk.store.conversations.row(id)
const stateIs = (id: string, state: string) => until(async () => (await row(id))?.state === state)
const page = (id: string, cookie: string) => ask('GET', workbench.conversation(id), { cookie })
const seqIn = (text: string) => /name="seq" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Ana's talk with Vera, ended and gone on with since a page of it was drawn. */
const movedSince = async (name: string) => {
  const { conversation: id, token } = await visit(desk, name)
  await ask('POST', workbench.claim(id), { form: {}, cookie: cookies.Ana })
  await stateIs(id, 'active')
  const seq = seqIn((await page(id, cookies.Ana)).text)
  expect(Number(seq)).toBeGreaterThan(1)
  await ask('POST', workbench.closure(id), { form: {}, cookie: cookies.Ana })
  await stateIs(id, 'closed')
  await ask('POST', chat.reopening, { form: {}, cookie: `bellhop-visitor=${token}` })
  await until(async () => (await row(id))?.closedAt === null)
  await ask('POST', workbench.claim(id), { form: {}, cookie: cookies.Ana })
  await stateIs(id, 'active')
  return { id, seq }
}
const told = ({ status, text }: { status: number; text: string }) => [
  status,
  JSON.parse(text || '{}').error?.reason,
]

test('a snooze, a priority, a tag and a merge that were held up do nothing to what has moved', async () => {
  const { id, seq } = await movedSince('Vera')
  const { conversation: other } = await visit(desk, 'Vito')
  const late: [string, Record<string, string>][] = [
    [workbench.snooze(id), { until: '1h' }],
    [workbench.priority(id), { priority: 'urgent' }],
    [workbench.tags(id), { add: 'refund' }],
    [workbench.merge(id), { into: other }],
  ]
  for (const [path, form] of late) {
    const asked = { form: { ...form, seq }, cookie: cookies.Sina, headers: json }
    expect([path, ...told(await ask('POST', path, asked))]).toEqual([path, 409, 'already'])
  }
  expect(await row(id)).toMatchObject({
    ...{ snooze: null, priority: 'normal', tags: [], mergedInto: null },
  })
  const now = seqIn((await page(id, cookies.Ana)).text)
  const asked = { form: { until: '1h', seq: now }, cookie: cookies.Ana, headers: json }
  expect((await ask('POST', workbench.snooze(id), asked)).status).toBe(204)
})

test('a priority that comes a second time does not undo what a colleague said since', async () => {
  const { conversation: id } = await visit(desk, 'Vera')
  const seq = seqIn((await page(id, cookies.Ana)).text)
  const say = (priority: string, cookie: string, by: Record<string, string>) =>
    ask('POST', workbench.priority(id), { form: { priority, ...by }, cookie, headers: json })
  expect((await say('high', cookies.Ana, { seq })).status).toBe(204)
  // The very same again is done.
  expect((await say('high', cookies.Ana, { seq })).status).toBe(204)
  expect((await say('low', cookies.Amir, {})).status).toBe(204)
  expect(told(await say('high', cookies.Ana, { seq }))).toEqual([409, 'already'])
  expect((await row(id))?.priority).toBe('low')
})

test('many at once are done as their page showed them: what was reopened since stays open', async () => {
  const two = await Promise.all([visit(desk, 'Vera'), visit(desk, 'Vito')])
  const ids = two.map(({ conversation }) => conversation)
  const list = await ask('GET', workbench.list({ view: 'all' }), { cookie: cookies.Sina })
  const boxes = ids.map((id) => new RegExp(`value="(${id}@\\d+)"`).exec(list.text)?.[1] ?? '')
  const asOf = /name="as_of" value="([^"]+)"/.exec(list.text)?.[1] ?? ''
  const bulk = async (form: Record<string, string | string[]>) => {
    const asked = { json: { what: 'close', ...form }, cookie: cookies.Sina, headers: json }
    return JSON.parse((await ask('POST', workbench.bulk, asked)).text)
  }
  expect(await bulk({ id: boxes })).toMatchObject({ done: 2, refused: [] })
  const [vera] = two
  await ask('POST', chat.reopening, { form: {}, cookie: `bellhop-visitor=${vera?.token}` })
  await until(async () => (await row(vera?.conversation ?? ''))?.closedAt === null)
  // Who came since is not among those that matched.
  const { conversation: late } = await visit(desk, 'Wanda')
  const again = { done: 1, refused: [{ id: vera?.conversation, reason: 'already' }] }
  expect(await bulk({ id: boxes })).toMatchObject(again)
  const all = await bulk({ all: '1', view: 'all', as_of: asOf })
  expect(all.refused).toContainEqual(expect.objectContaining(again.refused[0] ?? {}))
  expect((await row(vera?.conversation ?? ''))?.closedAt).toBeNull()
  expect((await row(late))?.closedAt).toBeNull()
  expect((await bulk({ id: `${late}@x` })).error?.code).toBe('invalid')
})
