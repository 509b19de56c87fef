import type { DeskGroup } from '../../../actors/desk/settings'
import { changeDeskSettings, deskSettingsForm } from '../../commands/desk-settings/change'
import { groupVersion } from '../../reads/office-desk'
import type { Asked } from '../route'

/** How a group of the desk's settings is saved, on whatever page its form is. */
export const savesGroup = (group: DeskGroup) => ({
  name: group,
  form: deskSettingsForm(group),
  run: async ({ web, input }: Asked<unknown>) => {
    const versionOf = groupVersion(group)
    const outcome = await changeDeskSettings(web.desk, group, input, { versionOf })
    await web.reads.settings.load()
    return outcome
  },
})
