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

/**
 * How a department works. Its parts stand apart and are one form: whoever changes something in two
 * of them saves both by one press, and nothing that was typed is lost to the press of another one.
 */
export const HowItWorks = ({ id, form, refused, language }: Props) => {
  const words = departments[language]
  return (
    <form method="post" action={departmentPaths.settings(id)} class="office-form">
      <p class="lead">{words.howHint}</p>
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
          </div>
        </Panel>
      ))}
      <div class="actions">
        <Button tone="primary">{wordsIn(language).office.save}</Button>
        <span class="hint">
          {words.savesAll(words.groups.giving.title, words.groups.rated.title)}
        </span>
      </div>
    </form>
  )
}
