import { describe } from 'bun:test'
import { accountChangesContract } from './store/account-changes'
import { accountsContract } from './store/accounts'
import { cannedContract } from './store/canned'
import { cardsContract } from './store/cards'
import { copiesContract } from './store/copies'
import { customersContract } from './store/customers'
import { doorsContract } from './store/doors'
import { entryChangesContract } from './store/entry-changes'
import { fenceContract } from './store/fence'
import { filesContract } from './store/files'
import type { Fresh } from './store/fixtures'
import { lettersContract } from './store/letters'
import { limitsContract } from './store/limits'
import { linesContract } from './store/lines'
import { mailContract } from './store/mail'
import { matchingContract } from './store/matching'
import { mentionsContract } from './store/mentions'
import { nodesContract } from './store/nodes'
import { officeListsContract } from './store/office-lists'
import { originsContract } from './store/origins'
import { profilesContract } from './store/profiles'
import { readsContract } from './store/reads'
import { rolesContract } from './store/roles'
import { rowsContract } from './store/rows'
import { searchContract } from './store/search'
import { supervisionContract } from './store/supervision'
import { tagsContract } from './store/tags'
import { textsContract } from './store/texts'
import { transcriptsContract } from './store/transcripts'
import { turnsContract } from './store/turns'
import { unsentContract } from './store/unsent'
import { visitsContract } from './store/visits'
import { vitalsContract } from './store/vitals'

/** What every store promises. `fresh` opens one over an empty database. */
export const storeContract = (name: string, fresh: Fresh): void => {
  describe(name, () => {
    turnsContract(fresh)
    fenceContract(fresh)
    readsContract(fresh)
    mailContract(fresh)
    transcriptsContract(fresh)
    entryChangesContract(fresh)
    cardsContract(fresh)
    rowsContract(fresh)
    linesContract(fresh)
    matchingContract(fresh)
    mentionsContract(fresh)
    accountsContract(fresh)
    accountChangesContract(fresh)
    limitsContract(fresh)
    nodesContract(fresh)
    supervisionContract(fresh)
    copiesContract(fresh)
    cannedContract(fresh)
    searchContract(fresh)
    filesContract(fresh)
    unsentContract(fresh)
    lettersContract(fresh)
    visitsContract(fresh)
    customersContract(fresh)
    originsContract(fresh)
    profilesContract(fresh)
    officeListsContract(fresh)
    textsContract(fresh)
    tagsContract(fresh)
    rolesContract(fresh)
    doorsContract(fresh)
    vitalsContract(fresh)
  })
}
