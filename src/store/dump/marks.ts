/** Setting of a database that a restore has begun to fill and not finished: no desk opens there. */
export const RESTORING = 'restoring'

/**
 * Setting that tells one life of a database from another: it changes when a backup is put in its
 * place, so that pages do not go on from lines that are not there any more.
 */
export const EPOCH = 'epoch'
