import type { z } from 'zod'
import { type Verb, type VerbAddress, verbs } from '../../../actors/conversation/verbs'
import type { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { accept, decline, offerForm } from '../../commands/agents/answer-offer'
import { claim } from '../../commands/agents/claim'
import { takeOver } from '../../commands/agents/take-over'
import { block, blockForm } from '../../commands/blocks/block'
import { unblock, unblockForm } from '../../commands/blocks/lift'
import { seqForm } from '../../commands/conversations/as-of'
import { audited } from '../../commands/conversations/audited'
import { deedsBeside } from '../../commands/conversations/beside'
import type { AspectVerb, Command } from '../../commands/conversations/beside/deed'
import { end } from '../../commands/conversations/end'
import { lookIn } from '../../commands/conversations/look-in'
import { merge, mergeForm, unmerge, unmergeForm } from '../../commands/conversations/merge'
import { reply } from '../../commands/conversations/reply'
import { replyForm } from '../../commands/conversations/reply-form'
import { split, splitForm, unsplit, unsplitForm } from '../../commands/conversations/split'
import { transfer, transferForm } from '../../commands/conversations/transfer'
import { fillWrapUp } from '../../commands/conversations/wrap-up'
import type { Said } from '../../commands/conversations/write'
import type { ScheduledMessage } from '../../store/ports/scheduled'
import { typed } from '../body'
import { type Ask, readerOf } from '../context'
import type { Route } from '../route'
import { answerSaid } from '../said'
import { listBefore } from '../workbench/before'
import { toMerged, toNext, toWhereTheyWere } from './next'
import { answerScheduled } from './scheduled'
import { conversationVerb } from './verb'

const { workbench } = paths

/** What is done at an address, with its form; `to` is where the page goes on, else it stays. */
type Deed = {
  form?: z.ZodObject
  bare?: true
  run: (...asked: Parameters<Command>) => Promise<Said | ScheduledMessage | null | Problem>
  to?: Parameters<typeof conversationVerb>[0]['to']
}

/** A button that needs nothing but the newest line that was before them, and that only if they say it. */
const asSeen = { form: seqForm, bare: true } as const

type AspectAddress = (typeof verbs)[AspectVerb]['at'][number]

/** By address; what colleagues do beside the talk brings its own. */
const deeds: Readonly<Record<Exclude<VerbAddress, AspectAddress>, Deed>> = {
  messages: { form: replyForm, run: reply },
  watch: { ...asSeen, run: lookIn },
  takeover: { ...asSeen, run: audited('tookOver', takeOver, true) },
  merge: { form: mergeForm, run: audited('merged', merge), to: toMerged },
  split: { form: splitForm, run: audited('split', split), to: toMerged },
  unsplit: { form: unsplitForm, bare: true, run: audited('unsplit', unsplit), to: toMerged },
  unmerge: { form: unmergeForm, run: audited('unmerged', unmerge) },
  block: { form: blockForm, bare: true, run: block },
  unblock: { form: unblockForm, run: unblock },
  claim: { ...asSeen, run: claim },
  acceptance: { form: offerForm, bare: true, run: accept },
  refusal: { form: offerForm, bare: true, run: decline, to: toWhereTheyWere },
  transfer: { form: transferForm, run: audited('assigned', transfer, true) },
  'wrap-up': { ...asSeen, run: fillWrapUp },
  closure: { ...asSeen, run: audited('ended', end, true), to: toNext },
}

const isBeside = (verb: Verb): verb is AspectVerb => verb in deedsBeside

const deedAt = (verb: Verb, address: VerbAddress): Deed =>
  isBeside(verb) ? deedsBeside[verb] : deeds[address as keyof typeof deeds]

const pageOf = (c: Ask, id: string) => workbench.conversation(id, listBefore(c))

/** Done and back to it; what was written comes back as its entry, or with what was wrong with it. */
const verbRoute = (verb: Verb, address: VerbAddress): Route => {
  const { run, form, bare, to } = deedAt(verb, address)
  return conversationVerb({
    ...{ path: workbench[address], permission: 'workbench.use', asks: verb },
    ...(form ? { form } : {}),
    ...(bare ? { bare } : {}),
    ...(to ? { to } : {}),
    run: ({ c, web, input, subject: { person, id } }) =>
      run(web.desk, person, id, input, {
        address: c.get('address')(),
        zone: c.get('look').zone,
        language: c.get('look').language,
      }),
    made: ({ c, web, subject: { person, id } }, said) =>
      said === null
        ? undefined
        : 'dueAt' in said
          ? answerScheduled(c, web, person, said, pageOf(c, id))
          : answerSaid(c, web.reads, said, readerOf(c, 'desk', person.id), pageOf(c, id)),
    ...(form === replyForm
      ? { draft: ({ input }) => ({ draft: typed(input, 'text'), isInside: isBeside(verb) }) }
      : {}),
  })
}

/** A route for each address where something is done to a conversation. */
export const verbRoutes: readonly Route[] = (Object.keys(verbs) as Verb[]).flatMap((verb) =>
  verbs[verb].at.map((address) => verbRoute(verb, address)),
)
