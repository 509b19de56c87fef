import type { Columns } from './columns'
import { accountsOver } from './queries/accounts'
import { agentsOver } from './queries/agents'
import { auditOver } from './queries/audit'
import { blocksOver } from './queries/blocks'
import { cannedOver } from './queries/canned'
import { conversationsOver } from './queries/conversations'
import { customersOver } from './queries/customers'
import { departmentsOver } from './queries/departments'
import { draftsOver } from './queries/drafts'
import { erasuresOver } from './queries/erasures'
import { factorsOver } from './queries/factors'
import { filesOver } from './queries/files'
import { identitiesOver } from './queries/identities'
import { lettersOver } from './queries/letters'
import { macrosOver } from './queries/macros'
import { mailOver } from './queries/mail'
import { mentionsOver } from './queries/mentions'
import { nodesOver } from './queries/nodes'
import { originsOver } from './queries/origins'
import { passkeysOver } from './queries/passkeys'
import { profilesOver } from './queries/profiles'
import { providersOver } from './queries/providers'
import { remainsOver } from './queries/remains'
import { retentionOver } from './queries/retention'
import { rolesOver } from './queries/roles'
import { scheduledOver } from './queries/scheduled'
import { searchOver } from './queries/search'
import { tagsOver } from './queries/tags'
import { textsOver } from './queries/texts'
import { transcriptsOver } from './queries/transcripts'
import { turnsOver } from './queries/turns'
import { viewsOver } from './queries/views'
import { visitorsOver } from './queries/visitors'
import { visitsOver } from './queries/visits'
import { vitalsOver } from './queries/vitals'
import type { QueryContext } from './query-context'
import { accountTables } from './tables/accounts'
import { actorTables } from './tables/actors'
import { auditTables } from './tables/audit'
import { blockTables } from './tables/blocks'
import { cannedTables } from './tables/canned'
import { customerTables } from './tables/customers'
import { transcriptTables } from './tables/entries'
import { factorTables } from './tables/factors'
import { fileTables } from './tables/files'
import { identityTables } from './tables/identities'
import { letterTables } from './tables/letters'
import { macroTables } from './tables/macros'
import { mentionTables } from './tables/mentions'
import { nodeTables } from './tables/nodes'
import { originTables } from './tables/origins'
import { passkeyTables } from './tables/passkeys'
import { privacyTables } from './tables/privacy'
import { profileTables } from './tables/profiles'
import { providerTables } from './tables/providers'
import { queueTables } from './tables/queue'
import { roleTables } from './tables/roles'
import { searchTables } from './tables/search'
import { summaryTables } from './tables/summaries'
import { tagTables } from './tables/tags'
import { textTables } from './tables/texts'
import { unsentTables } from './tables/unsent'
import { viewTables } from './tables/views'
import { visitTables } from './tables/visits'

/** Every table of the desk, once; the SQL in `migrations/` is generated from it. */
export const tablesOver = (c: Columns) => ({
  ...actorTables(c),
  ...transcriptTables(c),
  ...mentionTables(c),
  ...queueTables(c),
  ...summaryTables(c),
  ...accountTables(c),
  ...roleTables(c),
  ...factorTables(c),
  ...providerTables(c),
  ...passkeyTables(c),
  ...visitTables(c),
  ...identityTables(c),
  ...customerTables(c),
  ...viewTables(c),
  ...nodeTables(c),
  ...auditTables(c),
  ...blockTables(c),
  ...cannedTables(c),
  ...macroTables(c),
  ...searchTables(c),
  ...fileTables(c),
  ...profileTables(c),
  ...unsentTables(c),
  ...letterTables(c),
  ...textTables(c),
  ...tagTables(c),
  ...originTables(c),
  ...privacyTables(c),
  ...privacyTables(c),
  ...originTables(c),
})
export type Tables = ReturnType<typeof tablesOver>

/** The queries of every noun, by its name. One whose tables are not in the list is no match. */
export const queriesOver = (base: QueryContext<Tables>) => ({
  turns: turnsOver(base),
  mail: mailOver(base),
  transcripts: transcriptsOver(base),
  conversations: conversationsOver(base),
  departments: departmentsOver(base),
  agents: agentsOver(base),
  visitors: visitorsOver(base),
  accounts: accountsOver(base),
  roles: rolesOver(base),
  factors: factorsOver(base),
  providers: providersOver(base),
  passkeys: passkeysOver(base),
  visits: visitsOver(base),
  identities: identitiesOver(base),
  customers: customersOver(base),
  views: viewsOver(base),
  nodes: nodesOver(base),
  audit: auditOver(base),
  blocks: blocksOver(base),
  canned: cannedOver(base),
  macros: macrosOver(base),
  mentions: mentionsOver(base),
  search: searchOver(base),
  files: filesOver(base),
  profiles: profilesOver(base),
  drafts: draftsOver(base),
  scheduled: scheduledOver(base),
  letters: lettersOver(base),
  texts: textsOver(base),
  tags: tagsOver(base),
  origins: originsOver(base),
  erasures: erasuresOver(base),
  remains: remainsOver(base),
  retention: retentionOver(base),
  erasures: erasuresOver(base),
  remains: remainsOver(base),
  retention: retentionOver(base),
  vitals: vitalsOver(base),
  origins: originsOver(base),
})

/** What they promise: the ports of the same names. */
export type Ports = Readonly<ReturnType<typeof queriesOver>>
