import type { SessionLine } from '../../../views/office/sessions'
import type { Desk } from '../../commands/desk'
import { markOf, seenAtOf } from '../../commands/sessions/end'
import { hashToken } from '../../commands/tokens'

/** Where somebody is signed in, as their page shows it to who asks with a token. */
export const sessionLines = async (
  { store, clock }: Desk,
  account: string,
  token: string,
): Promise<SessionLine[]> => {
  const own = hashToken(token)
  const [sessions, providers] = await Promise.all([
    store.accounts.sessionsOf(account, clock.now()),
    store.providers.all(),
  ])
  const label = (door: string) => providers.find(({ id }) => door === `provider:${id}`)?.label
  return sessions.map((session) => ({
    mark: markOf(session),
    ...{ address: session.address, browser: session.browser, since: session.createdAt },
    ...{ door: session.door ?? null, provider: label(session.door ?? '') ?? null },
    seenAt: seenAtOf(session),
    isThis: session.tokenHash === own,
  }))
}
