import { maskedEntry } from '../../../actors/masking/entries'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { EntryCard } from '../../../views/transcript/entry-card'
import { DeskEntryPage, EntryPage } from '../../../views/transcript/entry-page'
import { sentenceFor } from '../../../views/words'
import type { Desk } from '../../commands/desk'
import { type FoundEntry, findEntry } from '../../commands/entries/access'
import { may } from '../../policies/may'
import { mayChange } from '../../policies/may-change'
import { allows } from '../../policies/permissions'
import { answerProblem, isHtmx, page, wantsJson, wantsPage } from '../answer'
import { type Ask, readerOf, visitorLook, type WebContext } from '../context'
import type { AboutEntry, Side } from './side'

type Refused = { problem: Problem; draft?: string }
type Shown = { refused?: Refused; revealed?: string }

/** What can be done with an entry: a page of its own, or its card for a script. */
export const showEntry = async (
  c: Ask,
  web: WebContext,
  side: Side,
  about: AboutEntry,
  { refused, revealed }: Shown = {},
): Promise<Response> => {
  const { desk, reads } = web
  const found = await findEntry(desk, about.person, about.id, about.clientId)
  // Why it was not done comes before that there is nothing to do it to.
  if (isProblem(found)) return answerProblem(c, refused?.problem ?? found)
  const { row, entry, ref } = found
  const { person } = about
  const isGone = entry.body.kind === 'withdrawn'
  const mayRevise = !isGone && mayChange.revise(person, row, ref, desk.clock.now())
  const mayUnsend = !isGone && mayChange.withdraw(person, row, ref, desk.clock.now())
  const mayReact = !isGone && mayChange.react(person, row, ref)
  if (wantsJson(c))
    return c.json({
      client_id: entry.clientId,
      seq: entry.seq,
      may: { mayRevise, mayUnsend, mayReact },
    })
  const look = side.audience === 'visitor' ? visitorLook(c) : c.get('look')
  const props = {
    ...{ language: look.language, audience: side.audience, viewer: person.id },
    // Its author changes what they wrote, and not what is shown of it.
    ...{ entry: maskedEntry(entry, desk.masks.mask), written: entry.text },
    ...{
      answer: answerTo(about, found),
      mayRevise,
      mayUnsend,
      mayReact,
      clientId: desk.clock.id(),
    },
    ...splitAt(about, found),
    ...revealAt(desk, about, found),
    ...(revealed === undefined ? {} : { revealed }),
    ...(refused ? { problem: sentenceFor(refused.problem, look.language) } : {}),
    ...(refused?.draft === undefined ? {} : { draft: refused.draft }),
  }
  if (isHtmx(c)) return page(c, EntryCard(props))
  const drawn = reads.entries.draw([entry], readerOf(c, side.audience, person.id))
  const back = side.page(row.id, entry.clientId)
  const content =
    person.kind === 'staff'
      ? DeskEntryPage({ ...props, ...c.get('look'), drawn, back, reader: person })
      : EntryPage({ ...look, ...props, drawn, back })
  return refused ? answerProblem(c, refused.problem, content) : page(c, content)
}

/** The same after something was not done, with what was typed; as a script asks, the sentence alone. */
export const refuseEntry = async (
  c: Ask,
  web: WebContext,
  side: Side,
  about: AboutEntry,
  refused: Refused,
): Promise<Response> => {
  const hidden = refused.problem.code === 'missing' || !wantsPage(c)
  return hidden ? answerProblem(c, refused.problem) : showEntry(c, web, side, about, { refused })
}

/** Where it is split at it: something has been said before. */
const splitAt = ({ person, id }: AboutEntry, { row, entry }: FoundEntry) =>
  person.kind === 'staff' && entry.seq > 1 && may.split(person, row)
    ? { split: paths.workbench.split(id) }
    : {}

/** Where what is masked of it is shown, to whom that is allowed. */
const revealAt = ({ masks }: Desk, { person, id, clientId }: AboutEntry, { entry }: FoundEntry) =>
  allows(person, 'privacy.reveal') && masks.mask(entry.text) !== entry.text
    ? { reveal: paths.workbench.entry(id).reveal(clientId) }
    : {}

/** Where an answer goes: to all who are in it, or to colleagues. */
const answerTo = ({ person, id }: AboutEntry, { row, ref }: FoundEntry) => {
  if (person.kind === 'visitor')
    return row.closedAt === null
      ? { action: paths.chat.messages, whose: { name: 'written_in', value: id } }
      : null
  const whose = { name: 'written_by', value: person.id }
  if (ref.kind !== 'note' && may.say(person, row))
    return { action: paths.workbench.messages(id), whose }
  return may.note(person, row) ? { action: paths.workbench.notes(id), whose } : null
}
