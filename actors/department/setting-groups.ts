/** In which parts of its own form the settings of a department stand, what is asked for most first. */
export const settingGroups = {
  giving: ['acceptance', 'accept', 'strategy'],
  waiting: ['patience', 'silence'],
  promised: ['slaFirst', 'slaNext', 'slaSolve', 'slaHaste'],
  named: ['nameEn', 'nameZh'],
  sending: ['sneakPeek', 'fileSize', 'imageSize', 'fileCount', 'voiceLength'],
  left: ['leftTo'],
  rated: ['praiseEn', 'praiseZh', 'blameEn', 'blameZh'],
  kept: ['keepDays'],
} as const satisfies Record<string, readonly string[]>
export type SettingGroupName = keyof typeof settingGroups
