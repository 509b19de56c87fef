import { paths } from '../../views/paths'
import { isOffice, MISSING } from './cases'

/** Not about a conversation: what it is about is called as the first department is. */
const hasOwnId = (path: string) => isOffice(path) || path.startsWith(paths.workbench.canned)
/** A list that Ana keeps. */
export const VIEW = '0199aaaa-0000-7000-8000-000000000001'
const nameOf = (path: string, id: string) => {
  if (id === MISSING) return id
  if (path === paths.workbench.viewRemoval(':id')) return VIEW
  if (path.startsWith(paths.office.of('conversations'))) return id
  return hasOwnId(path) ? 'support' : id
}
/** A path with what a route is about in it. */
export const placeOf = (path: string, id: string, clientId: string) =>
  path
    .replace(':id', nameOf(path, id))
    .replace(':client_id', clientId)
    .replace(':macro', 'support')
    .replace(':word', id === MISSING ? id : 'chat.hello')
    .replace(':report', id === MISSING ? id : 'overview')
    .replace(':file', 'bellhop.css')
