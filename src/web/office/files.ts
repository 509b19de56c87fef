import { isProblem } from '../../../actors/problem'
import { FilesPage, fileList, filePaths, filesInMenu } from '../../../views/office/files/list'
import { findKept, removeFile } from '../../commands/files/remove'
import { readFiles, refusesFiles } from '../../reads/office-files'
import type { WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'
import { officePage } from './page'

const permission = 'files.manage'

const list = officeList({
  ...{ list: fileList, permission },
  rows: ({ desk }, _, ask, limit) => readFiles(desk.store, ask, limit),
  refuses: async (_, __, ask) => refusesFiles(ask),
  more: async ({ desk }) => ({ total: await desk.store.files.total() }),
  told: ({ total }) => ({ total }),
  draw: (shown, context) => FilesPage({ ...context, ...shown }),
})

const usual = { q: '', ...fileList.usual, filters: {}, times: {}, until: null }
/** Rows of the page that a removal which was not done is answered with. */
const ROWS = 50

const read = async ({ desk }: WebContext) => ({
  ask: usual,
  found: await readFiles(desk.store, usual, ROWS),
  total: await desk.store.files.total(),
})

const one = officePage({
  ...{ path: filePaths.list, permission, menu: filesInMenu },
  find: async (c, { desk }) => {
    const file = await findKept(desk, c.req.param('id') ?? '')
    return isProblem(file) ? file : { file, person: staff(c) }
  },
  read,
  draw: (shown, context) => FilesPage({ ...context, ...shown }),
})

/** Files that were sent, and the room they take. */
export const fileRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  one.verb({
    ...{ path: filePaths.removal(':id'), name: 'removal', said: 'removed', removes: true },
    run: ({ web, subject: { file, person } }) => removeFile(web.desk, person, file),
    to: () => filePaths.list,
  }),
]
