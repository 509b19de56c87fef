const en = {
  title: 'Settings',
  said: { saved: 'Saved. Visitors read it from now on.' },
  name: 'Name of your desk',
  nameHint:
    'What visitors read at the head of each page and in the title of the tab: your company, or what you call this desk. Leave it empty for the name of the program.',
  save: 'Save',
}

const zh: typeof en = {
  title: '设置',
  said: { saved: '已保存，访客即刻可见。' },
  name: '服务台名称',
  nameHint:
    '显示在访客每个页面的顶部和浏览器标签标题中，可填公司名称或您的服务台名称。留空则显示程序名称。',
  save: '保存',
}

/** The settings of the whole desk, as the office has them. */
export const settings = { en, zh }
