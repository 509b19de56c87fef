import { accountsOver } from './accounts'
import type { Base } from './base'
import { guarded } from './faults'
import { inboxOver } from './inbox'
import { mailOver } from './mail'
import { nodesOver } from './nodes'
import type { Store } from './store'
import { transcriptsOver } from './transcripts'
import { turnsOver } from './turns'
import { visitsOver } from './visits'

type Ports = Pick<
  Store,
  'turns' | 'mail' | 'transcripts' | 'inbox' | 'accounts' | 'visits' | 'nodes'
>

/** The queries of every noun over one database, whose faults `translate` names. */
export const portsOver = (base: Base, translate: (error: unknown) => unknown): Ports => ({
  turns: guarded(turnsOver(base), translate),
  mail: guarded(mailOver(base), translate),
  transcripts: guarded(transcriptsOver(base), translate),
  inbox: guarded(inboxOver(base), translate),
  accounts: guarded(accountsOver(base), translate),
  visits: guarded(visitsOver(base), translate),
  nodes: guarded(nodesOver(base), translate),
})
