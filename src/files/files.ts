import type { Config } from '../config'
import type { Store } from '../store/store'
import type { FileBytes } from './bytes'
import { databaseFiles } from './database'
import { diskFiles } from './disk'

/** Where files are kept: on the disk of a desk with one node, in a database that nodes share. */
export const openFiles = (
  config: Pick<Config, 'files' | 'databaseUrl' | 'dataDir'>,
  store: Pick<Store, 'files'>,
): FileBytes => {
  return placeForFiles(config) === 'disk' ? diskFiles(config.dataDir) : databaseFiles(store.files)
}

export const placeForFiles = ({
  files,
  databaseUrl,
}: Pick<Config, 'files' | 'databaseUrl'>): 'disk' | 'database' =>
  files ?? (databaseUrl.startsWith('mysql:') ? 'database' : 'disk')
