import type { Entry } from '../../actors/entry'
import { amir, ana, entry, now } from '../support/gallery/data'

/** Two lines, one after the other, and whether the first leaves what stands under it to the second. */
export type Case = { what: string; one: Entry; next: Entry | undefined; is: boolean }

/** 14:06:20, and later in that minute. */
const [early, late] = [now, now + 39_000]
const anas = { by: 'agent', author: ana, name: 'Ana' } as const
const note = { body: { kind: 'note' } } as const
const asked = entry({ seq: 1, notice: { code: 'transferring', from: 'Ana', to: 'Amir' } })
const done = entry({ seq: 2, notice: { code: 'transferred', from: 'Ana', to: 'Amir' } })
const veras = entry({ seq: 1, at: early })
const reply = entry({ seq: 1, at: early, ...anas })

/** The one rule, for what a page comes with and for what comes to it. */
export const cases: Case[] = [
  { what: 'one minute', one: veras, next: entry({ seq: 2, at: late }), is: true },
  { what: 'the last of all', one: veras, next: undefined, is: false },
  // A second later it is another minute, though hardly any time has passed.
  {
    ...{ what: 'the next minute', is: false },
    ...{ one: entry({ seq: 1, at: late }), next: entry({ seq: 2, at: now + 40_000 }) },
  },
  {
    ...{ what: 'the same minute of the next hour', is: false },
    ...{ one: veras, next: entry({ seq: 2, at: early + 3_600_000 }) },
  },
  { what: 'the other side', one: veras, next: entry({ seq: 2, at: early, ...anas }), is: false },
  { what: 'two replies', one: reply, next: entry({ seq: 2, at: late, ...anas }), is: true },
  {
    ...{ what: 'a colleague', is: false },
    ...{ one: reply, next: entry({ seq: 2, at: early, ...anas, author: amir, name: 'Amir' }) },
  },
  {
    ...{ what: 'a colleague of the same name', is: false },
    ...{ one: reply, next: entry({ seq: 2, at: early, ...anas, author: amir }) },
  },
  {
    ...{ what: 'a note after a reply', is: false },
    ...{ one: reply, next: entry({ seq: 2, at: early, ...anas, ...note }) },
  },
  {
    ...{ what: 'a reply after a note', is: false },
    ...{ one: entry({ seq: 1, at: early, ...anas, ...note }) },
    next: entry({ seq: 2, at: early, ...anas }),
  },
  {
    ...{ what: 'two notes', is: true },
    ...{ one: entry({ seq: 1, at: early, ...anas, ...note }) },
    next: entry({ seq: 2, at: early, ...anas, ...note }),
  },
  { what: 'what was under way, and how it went', one: asked, next: done, is: true },
  { what: 'what has gone, and what is under way', one: done, next: asked, is: false },
  { what: 'two things the desk tells', one: done, next: done, is: false },
  {
    ...{ what: 'what is under way, and a reply', is: false },
    ...{ one: asked, next: entry({ seq: 2, ...anas }) },
  },
]
