import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Entry } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { setStatus } from '../../src/commands/agents/status'
import { block } from '../../src/commands/blocks/block'
import { deedsBeside } from '../../src/commands/conversations/beside'
import { macro, reply } from '../contracts/store/canned'
import { hire, openTestDesk, type TestDesk, until, visit } from './desk'
import { putLine } from './lines'
import { secretsIn } from './secrets'

let desk: TestDesk
let conversation: string
let sina: Staff
beforeAll(async () => {
  desk = await openTestDesk()
  sina = await hire(desk, 'Sina', 5, 'supervisor')
  conversation = (await visit(desk, 'Vera')).conversation
})
afterAll(() => desk.close())

const file = (name: string) => ({ id: 'f', name, type: 'application/pdf', bytes: 1 })
/** The line may take a turn at the same time. */
const put = (line: Partial<Entry>) =>
  until(() => putLine(desk, conversation, line).catch(() => null))
const note = (text: string, files = [file('nothing.pdf')]) =>
  put({ body: { kind: 'note', files }, by: 'agent', name: 'Ana', text })
const later = (text: string) => ({
  ...{ conversation, clientId: 'later', agent: 'ana', name: 'Ana', text, answers: null },
  ...({ dueAt: 1, seq: null, held: '' } as const),
})
const from = { address: '127.0.0.1' }
const view = { id: 'v', owner: 'ana', query: '', shared: false, createdAt: 1 }
const store = () => desk.desk.store

/** What only colleagues may read, and how it comes to be. */
const kinds: [string, (words: string) => Promise<unknown>][] = [
  ['a note', (words) => note(words)],
  ['the name of a file of a note', (words) => note('', [file(words)])],
  ['a whisper', (text) => put({ body: { kind: 'whisper' }, by: 'agent', text })],
  [
    'which macro was run',
    (name) =>
      put({
        ...{ by: 'desk', author: null, name: '', text: '' },
        body: { kind: 'notice', notice: { code: 'ran', name: 'Ana', macro: name } },
      }),
  ],
  ['a tag', (add) => deedsBeside.tag.run(desk.desk, sina, conversation, { add }, from)],
  ['why somebody is kept out', (reason) => block(desk.desk, sina, conversation, { reason }, from)],
  ['why somebody is away', (words) => setStatus(desk.desk, sina, { status: 'away', words })],
  ['a macro', (name) => store().macros.create(macro(name), name)],
  [
    'the note of a macro',
    (value) => store().macros.create(macro('m', { id: 'm', acts: [{ does: 'note', value }] }), 'm'),
  ],
  ['a prepared reply', (title) => store().canned.create(reply('r', { title }), 'r')],
  ['a list of their own', (name) => store().views.keep({ ...view, name })],
  ['a draft', (text) => store().drafts.keep({ agent: 'ana', conversation, text, at: 1 })],
  ['what goes later', (text) => store().scheduled.add(later(text))],
]

test.each(kinds)('%s is looked for in whatever a visitor is brought', async (what, write) => {
  const words = `<${what}> & "not for Vera"`
  await write(words)
  const asWritten = [words, Bun.escapeHTML(words), JSON.stringify({ words })]
  for (const brought of asWritten) expect(secretsIn(`… ${brought} …`)).toHaveLength(1)
})

test('what was said in the open is no secret, though it was noted too', async () => {
  const words = 'The lamp is on its way'
  await note(words)
  expect(secretsIn(`Vera reads: ${words}`)).toHaveLength(1)
  await put({ by: 'agent', name: 'Ana', text: `${words}.` })
  expect(secretsIn(`Vera reads: ${words}.`)).toEqual([])
})

test('among hundreds each one is found, and what is none is not', async () => {
  const names = Array.from({ length: 200 }, (_, n) => `The list "no. ${n}." of Sina?`)
  await Promise.all(names.map((name) => store().views.keep({ ...view, name })))
  for (const name of [names.at(0), names.at(99), names.at(-1)])
    expect(secretsIn(`Vera reads: ${Bun.escapeHTML(name ?? '')}`)).toEqual([
      `a list of their own: ${name}`,
    ])
  expect(secretsIn('Vera reads: The list "no. 7!" of Sina')).toEqual([])
})
