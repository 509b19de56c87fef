import type { DeskGroup } from '../../../actors/desk/settings'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { previewScripts } from '../../scripts'
import { settings } from '../../words/settings'
import type { OfficeContext } from '../context'
import { problemIn } from '../form-fields'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { SettingFields } from '../setting-fields'
import { BrandPanel } from './brand'
import type { DeskDetails, SettingsProps } from './details'
import { LogoPanel } from './logo'
import { settingsPath, settingsPaths } from './paths'

/** What holds for the whole desk. */
export const SettingsPage = ({ desk, ...context }: SettingsProps) => {
  const words = settings[context.language]
  return (
    <OfficeFrame {...context} title={words.title} scripts={previewScripts}>
      <Name {...context} desk={desk} />
      <BrandPanel {...context} desk={desk} />
      <LogoPanel {...context} desk={desk} />
      <Group
        {...{ ...context, desk, group: 'uploads', title: words.files, hint: words.filesHint }}
      />
      <Group
        {...{ ...context, desk, group: 'notices', title: words.notices, hint: words.noticesHint }}
      />
    </OfficeFrame>
  )
}

const Name = ({ desk, refused, language }: SettingsProps) => {
  const words = settings[language]
  const problemOf = problemIn(refused, 'desk', language, { name: desk.name })
  return (
    <Panel id="desk" title={words.name}>
      <form method="post" action={settingsPath} class="stack">
        <FormRefused refused={refused} form="desk" language={language} />
        <input type="hidden" name="version" value={desk.version} />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={refused?.typed.name ?? desk.name}
          problem={problemOf('name')}
          autocomplete="off"
        />
        <div class="actions">
          <Button tone="primary">{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

type Group = Pick<OfficeContext, 'refused' | 'language'> & {
  desk: Pick<DeskDetails, 'groups'>
  group: DeskGroup
  title: string
  hint: string
}

/** Settings that are saved together. */
export const Group = ({ desk, group, title, hint, refused, language }: Group) => {
  const words = settings[language]
  return (
    <Panel id={group} title={title} hint={hint}>
      <form method="post" action={settingsPaths.group(group)} class="stack">
        <FormRefused refused={refused} form={group} language={language} />
        <SettingFields
          {...desk.groups[group]}
          language={language}
          words={words.settings}
          {...(refused?.form === group ? { refused } : {})}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}
