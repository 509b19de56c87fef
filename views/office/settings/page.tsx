import { previewScripts } from '../../scripts'
import { settings } from '../../words/settings'
import { OfficeFrame } from '../frame'
import { BrandPanel } from './brand'
import type { SettingsProps } from './details'
import { Group } from './group'
import { LogoPanel } from './logo'

/** What holds for the whole desk. */
export const SettingsPage = ({ desk, ...context }: SettingsProps) => {
  const words = settings[context.language]
  return (
    <OfficeFrame {...context} title={words.title} scripts={previewScripts}>
      <BrandPanel {...context} desk={desk} />
      <LogoPanel {...context} desk={desk} />
      <Group
        {...{ ...context, group: 'uploads', title: words.files, hint: words.filesHint }}
        settings={desk.groups.uploads}
      />
      <Group
        {...{ ...context, group: 'notices', title: words.notices, hint: words.noticesHint }}
        settings={desk.groups.notices}
      />
    </OfficeFrame>
  )
}
