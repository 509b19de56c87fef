import { dayOf } from '../../actors/agent/day'
import { deskGroupIn, deskGroupName } from '../../actors/desk/settings'
import type { Staff } from '../../actors/people'
import type { MeDetails, OwnFactor } from '../../views/me/props'
import type { Store } from '../store/store'

/** Conversations of one day that are counted at most, and entries of each. */
const COUNTED = 100
const LINES = 300

/** What the page of somebody's own shows; `since` is when their day began, ms UTC. */
export const readMe = async (store: Store, person: Staff, since: number): Promise<MeDetails> => {
  const [profile, agent, account, conversations, usual, factor] = await Promise.all([
    store.profiles.find(person.id),
    store.agents.find(person.id),
    store.accounts.byId(person.id),
    entriesOf(store, person.id, since),
    store.accounts.setting(deskGroupName('notices')),
    readFactor(store, person),
  ])
  return {
    name: account?.name ?? person.name,
    avatar: profile?.avatar ?? null,
    notices: profile?.notices ?? deskGroupIn('notices', usual),
    ...(agent ? { load: agent.load, capacity: agent.settings.capacity } : {}),
    factor,
    day: dayOf(person.id, since, conversations),
  }
}

/** The second factor of somebody. */
export const readFactor = async (
  { factors, passkeys }: Pick<Store, 'factors' | 'passkeys'>,
  { id, role }: Pick<Staff, 'id' | 'role'>,
): Promise<OwnFactor> => {
  const [factor, codesLeft, forced, keys] = await Promise.all([
    ...[factors.find(id), factors.countCodes(id), factors.forced(), passkeys.of(id)],
  ] as const)
  return {
    ...{ since: factor?.createdAt ?? null, codesLeft, passkeys: keys.length },
    isForced: forced.includes(role),
  }
}

const entriesOf = async (store: Store, agent: string, since: number) => {
  const [open, closed] = await Promise.all([
    store.conversations.matching({ agent, open: true }, undefined, COUNTED),
    store.conversations.matching({ agent, open: false }, undefined, COUNTED),
  ])
  const ofDay = closed.filter(({ closedAt }) => (closedAt ?? 0) >= since)
  return Promise.all([...open, ...ofDay].map(({ id }) => store.transcripts.last(id, LINES)))
}
