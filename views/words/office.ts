const en = {
  title: 'Office',
  pages: 'Pages of the office',
  sections: 'On this page',
  groups: { today: 'Today', insight: 'Insight', desk: 'Desk', system: 'System' },
  toWorkbench: 'Workbench',
  save: 'Save changes',
  copy: 'Copy',
  copied: 'Copied.',
  yes: 'Yes',
  no: 'No',
  range: (min: string, max: string) => `${min} to ${max}`,
  savedMeanwhile: (value: string) => `As saved now: ${value}`,
}

const zh: typeof en = {
  title: '管理后台',
  pages: '后台页面',
  sections: '本页内容',
  groups: { today: '今日', insight: '洞察', desk: '服务台', system: '系统' },
  toWorkbench: '返回工作台',
  save: '保存修改',
  copy: '复制',
  copied: '已复制。',
  yes: '是',
  no: '否',
  range: (min, max) => `${min} 至 ${max}`,
  savedMeanwhile: (value) => `当前已保存：${value}`,
}

/** What all pages of the office say; each brings words of its own. */
export const office = { en, zh }
