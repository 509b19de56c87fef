import type { z } from 'zod'
import type { Problem } from '../../../actors/problem'
import type { Changed } from '../../commands/entries/change'
import { react, reactionForm } from '../../commands/entries/react'
import { reveal } from '../../commands/entries/reveal'
import { revise, revisionForm } from '../../commands/entries/revise'
import { withdraw } from '../../commands/entries/withdraw'
import { answerProblem, isHtmx, seeOther, wantsJson } from '../answer'
import { typed } from '../body'
import { readerOf } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import { refuseEntry, showEntry } from './page'
import { type AboutEntry, type Side, sides } from './side'

type Run = (asked: Asked<AboutEntry>) => Promise<Changed | Problem>

/** What is done to one entry, by the last word of its address. */
const deeds = {
  revision: {
    form: revisionForm,
    run: ({ web, input, subject: { person, id, clientId } }: Asked<AboutEntry>) =>
      revise(web.desk, person, id, clientId, input),
  },
  withdrawal: {
    run: ({ web, subject: { person, id, clientId } }: Asked<AboutEntry>) =>
      withdraw(web.desk, person, id, clientId),
  },
  reactions: {
    form: reactionForm,
    run: ({ web, input, subject: { person, id, clientId } }: Asked<AboutEntry>) =>
      react(web.desk, person, id, clientId, input),
  },
} satisfies Record<string, { form?: z.ZodObject; run: Run }>

const at = (path: (clientId: string) => string): string => path(':client_id')

const shown = (side: Side): Route =>
  route({
    ...{ method: 'GET', path: at(side.at.message), permission: side.permission },
    ...(side.asks ? { asks: side.asks } : {}),
    passing: true,
    show: async (c, web) => {
      const about = await side.find(c, web)
      return 'code' in about ? answerProblem(c, about) : showEntry(c, web, side, about)
    },
  })

/** The entry as it is then, in its place; a plain form is led back to it. */
const done = (side: Side, word: keyof typeof deeds): Route => {
  const deed: { form?: z.ZodObject; run: Run } = deeds[word]
  return route<Changed, AboutEntry>({
    ...{ method: 'POST', path: at(side.at[word]), permission: side.permission },
    ...(side.asks ? { asks: side.asks } : {}),
    ...(deed.form ? { form: deed.form } : {}),
    find: side.find,
    run: deed.run,
    made: ({ c, web, subject: { person, id } }, { entry, seq }) => {
      if (wantsJson(c)) return c.json({ client_id: entry.clientId, seq })
      if (!isHtmx(c)) return seeOther(c, side.page(id, entry.clientId))
      const reader = readerOf(c, side.audience, person.id)
      return c.html(web.reads.entries.change(entry, reader, seq)) as Response
    },
    refused: ({ c, web, input, subject }, problem) =>
      refuseEntry(c, web, side, subject, {
        problem,
        ...('text' in input ? { draft: typed(input, 'text') } : {}),
      }),
  })
}

/** What is masked of an entry, on a page of its own this once. */
const revealed = (side: Side): Route =>
  route<{ text: string }, AboutEntry>({
    ...{ method: 'POST', path: at(side.at.reveal), permission: side.permission, secret: true },
    ...(side.asks ? { asks: side.asks } : {}),
    find: side.find,
    run: ({ c, web, subject: { id, clientId } }) => reveal(web.desk, staff(c), id, clientId),
    made: ({ c, web, subject }, { text }) =>
      wantsJson(c) ? c.json({ text }) : showEntry(c, web, side, subject, { revealed: text }),
  })

/** What people do with what was said, on either side. */
export const entryRoutes: readonly Route[] = sides.flatMap((side) => [
  shown(side),
  ...(Object.keys(deeds) as (keyof typeof deeds)[]).map((word) => done(side, word)),
  ...(side.audience === 'desk' ? [revealed(side)] : []),
])
