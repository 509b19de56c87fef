import { deskOf, type Place } from './options'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

/** Has the audit told that a list is taken along, and what of it was asked for, before any of it is. */
export const tellExport = async (
  cli: Cli,
  flags: Place,
  list: string,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  const narrowed = Object.entries(asked).map(([name, value]) => [name, String(value)])
  const input = { list, asked: new URLSearchParams(narrowed).toString() }
  await sendToDesk(cli, deskOf(cli, flags), { do: 'list export', input })
}
