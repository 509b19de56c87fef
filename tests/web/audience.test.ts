import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Entry } from '../../actors/entry'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { until } from '../support/desk'
import { NOTE } from '../support/leaks'
import { putLine } from '../support/lines'
import { askOf } from './ask'

let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
})
afterAll(() => harness.desk.close())

/** Lines that only colleagues see, by what makes them so. */
const forColleagues: [string, Partial<Entry>][] = [
  ['a note', { body: { kind: 'note' }, by: 'agent', name: 'Ana', text: `secret ${NOTE}` }],
  [
    'a whisper with a file',
    {
      body: { kind: 'whisper', files: [{ id: 'f', name: 'secret.pdf', type: 'a/b', bytes: 1 }] },
      ...{ by: 'agent', name: 'Sina', text: 'secret: offer a refund' },
    },
  ],
  [
    'which macro was run',
    {
      ...{ by: 'desk', author: null, name: '', text: '' },
      body: { kind: 'notice', notice: { code: 'ran', name: 'Ana', macro: 'secret way out' } },
    },
  ],
  [
    'a notice of theirs',
    {
      ...{ by: 'desk', author: null, name: '', text: '' },
      body: { kind: 'notice', notice: { code: 'stayed', name: 'secret', to: 'Amir' } },
    },
  ],
]

test.each(forColleagues)(
  '%s is on no page of its visitor, and comes to none live',
  async (_, line) => {
    const { person, conversation, token } = await harness.talk()
    const before = harness.follow(person, conversation, 2)
    const agents = harness.bench(conversation, 2)
    await until(() => before.swaps('status').length > 0 && agents.swaps('inbox').length > 0)
    const { seq } = await putLine(harness.desk, conversation, line)
    await harness.write(harness.ana, conversation, 'in the open')
    const after = harness.follow(person, conversation, 1)
    await until(() => [before, after, agents].every((screen) => screen.has('in the open')))
    expect(agents.seqs).toContain(seq)
    for (const screen of [before, after]) {
      expect(screen.seqs).not.toContain(seq)
      expect(screen.has('secret')).toBe(false)
    }
    const ask = askOf(harness.desk)
    const cookie = `visitor=${token}`
    const pages = [paths.chat.page, paths.chat.tail(0), paths.chat.earlier(seq + 1)]
    for (const page of pages) {
      const { text, status } = await ask('GET', page, { cookie })
      expect({ page, status, shows: text.includes(`data-seq="${seq}"`) }).toEqual({
        ...{ page, status: 200, shows: false },
      })
      expect(text).not.toContain('secret')
    }
    for (const screen of [before, after, agents]) screen.leave()
  },
)
