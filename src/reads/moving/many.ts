import { addressOf, idOf } from '../../../actors/address'
import type { ConversationContext } from '../../../actors/conversation/context'
import { contextIn } from '../../../actors/current'
import type { Entry } from '../../../actors/entry'
import type { Written } from '../../../actors/moving/line'
import { filesOf } from '../../../actors/sent-files'
import type { Store } from '../../store/store'
import { cameFrom, headOf } from './few'

/** Read together: as much as memory need hold. */
const VISITORS_AT_ONCE = 500
const CONVERSATIONS_AT_ONCE = 50

/** All addresses of a kind of actor, the newest first, in stretches. */
async function* stretches(store: Store, kind: 'visitor' | 'conversation', size: number) {
  let last = null
  for (;;) {
    const some = await store.origins.before(kind, last, size)
    if (some.length === 0) return
    yield some.map(idOf)
    last = some.at(-1) ?? null
  }
}

/** Visitors who are themselves: what others were is with whom they are one with. */
export async function* visitorLines(store: Store): AsyncGenerator<Written<'visitor'>> {
  for await (const ids of stretches(store, 'visitor', VISITORS_AT_ONCE)) {
    const came = await cameFrom(store, 'visitor', ids)
    const all = await Promise.all(ids.map((id) => contextOf(store, 'visitor', id)))
    for (const context of all) {
      if (!context || context.mergedInto !== null) continue
      const { id, name, email, language, pinned, fromSite, profile } = context
      const { phone, company, notes, tags, attributes } = profile
      yield {
        ...{ ...headOf('visitor', id), ...came.get(id), name, email, language },
        ...{ phone, company, notes, tags: [...tags], attributes: { ...attributes } },
        ...{ from_site: { ...fromSite }, pinned },
      }
    }
  }
}

const contextOf = async <K extends 'visitor' | 'conversation'>(
  store: Store,
  kind: K,
  id: string,
) => {
  const stored = await store.turns.load(addressOf(kind, id)).catch(() => undefined)
  return contextIn(kind, stored?.snapshot)
}

/** A conversation with all of its lines; files are named after the conversation that they came in. */
export async function* conversationLines(
  store: Store,
): AsyncGenerator<Written<'conversation'> | Written<'file'>> {
  for await (const ids of stretches(store, 'conversation', CONVERSATIONS_AT_ONCE)) {
    const came = await cameFrom(store, 'conversation', ids)
    const [contexts, lines] = await Promise.all([
      Promise.all(ids.map((id) => contextOf(store, 'conversation', id))),
      store.origins.lines(ids),
    ])
    const byId = Map.groupBy(lines, ({ conversation }) => conversation)
    for (const context of contexts) {
      const entries = context && byId.get(context.id)
      if (!context || !entries) continue
      yield { ...conversationLine(context, entries), ...came.get(context.id) }
      yield* fileLines(store, entries)
    }
  }
}

const conversationLine = (
  context: ConversationContext,
  entries: readonly Entry[],
): Written<'conversation'> => {
  const { id, visitor, visitorName, department, agent, agentName, openedAt, closedAt } = context
  const { tags, priority, messageLeft, mergedInto, guests, merges, mergeCount } = context
  const { branches, branchedFrom, endedByMove } = context
  const wasOpen = closedAt === null || closedAt === endedByMove
  return {
    ...{ ...headOf('conversation', id), visitor, visitor_name: visitorName, department },
    ...{ agent, agent_name: agentName, opened_at: openedAt, closed_at: wasOpen ? null : closedAt },
    ...{ tags: [...tags], priority, message_left: messageLeft, merged_into: mergedInto },
    ...{ guests: [...guests], merges: [...merges], merge_count: mergeCount },
    ...{ branches: [...branches], branched_from: branchedFrom },
    entries: entries.map(
      ({ seq, clientId, by, author, name, at, text, body, changes, answers }) => ({
        ...{ seq, client_id: clientId, by, author, name, at, text, body, changes },
        answers: answers ?? null,
      }),
    ),
  }
}

async function* fileLines(
  store: Store,
  entries: readonly Entry[],
): AsyncGenerator<Written<'file'>> {
  const seen = new Set<string>()
  for (const { body } of entries)
    for (const file of filesOf(body)) {
      const { id, name, type, small } = file
      for (const one of [
        { id, name, type },
        ...(small ? [{ id: small.id, name: '', type: 'image/webp' }] : []),
      ]) {
        if (seen.has(one.id)) continue
        seen.add(one.id)
        const kept = await store.files.find(one.id)
        if (!kept || kept.clientId === null) continue
        const { conversation, clientId, at, bytes } = kept
        yield {
          ...headOf('file', one.id),
          conversation,
          client_id: clientId,
          name: one.name,
          type: one.type,
          at,
          bytes,
        }
      }
    }
}
