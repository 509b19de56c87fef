import { type BackupMade, tellBackup } from '../../commands/backups/made'
import type { Desk } from '../../commands/desk'

/** A backup was made beside the desk, which remembers it. */
export const backupMade = async (desk: Desk, backup: BackupMade): Promise<string> => {
  await tellBackup(desk, backup)
  return 'backup'
}
