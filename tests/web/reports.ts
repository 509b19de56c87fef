import { addressOf } from '../../actors/address'
import type { Store } from '../../src/store/store'

/** What a test itself makes of the journals: written without a look at how the desk counts. */
export type Naive = {
  began: number
  values: Record<string, readonly string[]>
  wait?: number
  first?: number
  nexts: number[]
  inHands?: number
  end?: number
  by?: string
  stars?: number
  promised: boolean
  late: boolean
  reopened: boolean
  asked: number
  said: number
  handovers: number
}

type Happened = { type: string; at: number } & {
  came: Record<string, string>
  visitorWants: { language: string }
  department: string
  sla?: object
  agent: string
  to: { department: string }
  by: string
  add: string
  stars: number
}

export const naiveOf = async (store: Store, conversation: string): Promise<Naive[]> => {
  const rows = await store.turns.journal(addressOf('conversation', conversation), 0, 1_000)
  const all: Naive[] = []
  let now: Naive | undefined
  let since: number | undefined
  let unanswered: number | undefined
  let tags: string[] = []
  let holder = ''
  const begin = (at: number, values: Naive['values'], promised: boolean) => {
    now = {
      ...{ began: at, values: { ...values, agent: [''] }, nexts: [], promised, late: false },
      ...{ reopened: all.length > 0, asked: 0, said: 0, handovers: 0 },
    }
    holder = ''
    all.push(now)
  }
  const release = (at: number) => {
    if (now && since !== undefined) now.inHands = (now.inHands ?? 0) + at - since
    since = undefined
  }
  for (const row of rows) {
    if (row.rejected || !row.event) continue
    const event = row.event as unknown as Happened
    const { at } = event
    switch (event.type) {
      case 'opened': {
        const { source, country, device } = event.came
        const { language } = event.visitorWants
        begin(
          at,
          {
            ...{ department: [event.department], language: [language], source: [source ?? ''] },
            ...{ country: [country ?? ''], device: [device ?? ''] },
          },
          event.sla !== undefined,
        )
        unanswered = at
        if (now) now.asked += 1
        break
      }
      case 'reopened':
        begin(at, { ...now?.values }, now?.promised ?? false)
        break
      case 'assigned':
        if (!now) break
        now.wait ??= at - now.began
        if (holder && holder !== event.agent) now.handovers += 1
        holder = event.agent
        now.values.agent = [holder]
        since ??= at
        break
      case 'handed': {
        release(at)
        const { department } = event.to
        if (now) now.values.department = [department]
        break
      }
      case 'said':
        if (!now) break
        if (event.by === 'visitor') {
          now.asked += 1
          unanswered ??= at
        } else {
          now.said += 1
          if (now.first === undefined) now.first = at - now.began
          else if (unanswered !== undefined) now.nexts.push(at - unanswered)
          unanswered = undefined
        }
        break
      case 'tagged':
        tags = [...new Set([...tags, String(event.add).toLowerCase()])]
        break
      case 'ended':
        release(at)
        if (now) [now.end, now.by] = [at, event.by]
        break
      case 'rated':
        if (now) now.stars = event.stars
    }
    if (now) now.values.tag = tags
  }
  for (const one of all) {
    one.values.rating = [one.stars === undefined ? '' : String(one.stars)]
    one.values.ending = [one.by ?? '']
  }
  return all
}

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
const there = (all: readonly (number | undefined)[]) => all.filter((one) => one !== undefined)
const mean = (all: readonly number[]) =>
  all.length === 0 ? null : Math.round(sum(all) / all.length / 1_000)
const part = (some: number, of: number) => (of === 0 ? null : Math.round((some / of) * 1_000) / 10)

/** Figures by the sentences that the page says. */
export const naiveFigures = (all: readonly Naive[]): Record<string, number | null> => {
  const rated = there(all.map(({ stars }) => stars))
  const left = all.filter(
    ({ end, wait, first }) => end !== undefined && wait === undefined && first === undefined,
  )
  const solved = all.filter(({ end, first }) => end !== undefined && first !== undefined)
  const promised = all.filter((one) => one.promised)
  const nexts = all.flatMap((one) => one.nexts)
  return {
    conversations: all.length,
    reopened: all.filter((one) => one.reopened).length,
    abandoned: left.length,
    abandonedShare: part(left.length, all.length),
    wait: mean(there(all.map((one) => one.wait))),
    firstAnswer: mean(there(all.map((one) => one.first))),
    nextAnswer: mean(nexts),
    handling: mean(there(all.map((one) => one.inHands))),
    solution: mean(solved.map(({ began, end = 0 }) => end - began)),
    promised: promised.length,
    satisfaction: rated.length === 0 ? null : Math.round((sum(rated) / rated.length) * 100) / 100,
    satisfied: part(rated.filter((stars) => stars >= 4).length, rated.length),
    ratings: rated.length,
    visitorMessages: sum(all.map((one) => one.asked)),
    agentMessages: sum(all.map((one) => one.said)),
    handovers: sum(all.map((one) => one.handovers)),
  }
}
