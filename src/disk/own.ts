import { fchownSync, lchownSync, type Stats, statSync } from 'node:fs'

/** The file system, or a namespace with few users, does not let this be given away. */
const KEPT = ['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']

/**
 * Gives what root has made to whom its folder belongs to: a command of root must not leave files
 * behind that lock out the user whom the desk runs as. `made` is a handle, or a path that is not
 * followed when somebody has put a link in its place. For anybody but root nothing happens.
 */
export const giveToOwnerOf = (folder: string, made: number | string): void => {
  if (process.geteuid?.() !== 0) return
  const { uid, gid }: Stats = statSync(folder)
  if (uid === 0) return
  try {
    if (typeof made === 'number') fchownSync(made, uid, gid)
    else lchownSync(made, uid, gid)
  } catch (problem) {
    if (!KEPT.includes(String((problem as { code?: unknown }).code))) throw problem
  }
}
