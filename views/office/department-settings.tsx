import { type SettingGroupName, settingGroups } from '../../actors/department/setting-groups'
import { Button } from '../parts/button'
import { wordsIn } from '../words'
import { departments } from '../words/departments'
import type { OfficeContext } from './context'
import { departmentPaths } from './departments'
import { Panel } from './panel'
import { FormRefused } from './refused'
import { type Editable, SettingGroup, VersionField } from './setting-fields'

type Props = Pick<OfficeContext, 'refused' | 'language'> & { id: string; form: Editable }

export const settingGroupNames = Object.keys(settingGroups) as SettingGroupName[]
const last = settingGroupNames.at(-1)

/**
 * How a department works. Its parts stand apart, each with a button, and are one form: whoever changes
 * something in two of them saves both by one press, and nothing that was typed is lost to it.
 */
export const HowItWorks = ({ id, form, refused, language }: Props) => {
  const words = departments[language]
  return (
    <form method="post" action={departmentPaths.settings(id)} class="office-form">
      <p class="lead">
        {words.howHint} {words.savesAll}
      </p>
      <FormRefused refused={refused} form="settings" language={language} />
      <VersionField version={form.version} />
      {settingGroupNames.map((group) => (
        <Panel id={group} title={words.groups[group].title} hint={words.groups[group].hint}>
          <div class="stack">
            <SettingGroup
              {...form}
              keys={settingGroups[group]}
              words={words.settings}
              refused={refused?.form === 'settings' ? refused : undefined}
              language={language}
            />
            <div class="actions">
              <Button tone={group === last ? 'primary' : 'plain'}>
                {wordsIn(language).office.save}
                {group !== last && <span class="sr"> {words.groups[group].title}</span>}
              </Button>
            </div>
          </div>
        </Panel>
      ))}
    </form>
  )
}
