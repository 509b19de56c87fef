const en = {
  title: 'First steps',
  said: { away: 'Put away. You find all of it in the menu.' },
  lead: 'Whether each is done the desk sees by itself. Do them in any order, or leave out what you do not need.',
  next: 'The desk is open. What comes next',
  allDone: 'All is done',
  left: (n: number) => (n === 0 ? 'all done' : n === 1 ? '1 to do' : `${n} to do`),
  done: 'done',
  open: 'to do',
  toWorkbench: 'To the workbench',
  putAway: 'Put this list away',
  putAwayHint: 'It leaves the menu; nothing else changes.',
  steps: {
    departments: {
      title: 'Departments',
      hint: 'Name the one that is there, or open others: visitors choose among them.',
    },
    people: {
      title: 'Colleagues',
      hint: 'Give each an account; they set a password by a link that you hand over.',
    },
    hours: { title: 'Hours', hint: 'When you answer. Outside of that visitors leave a message.' },
    texts: {
      title: 'What visitors read',
      hint: 'Your company’s name, under Settings, and the texts of their pages in each language.',
    },
    widget: {
      title: 'On your site',
      hint: 'Name your site’s address, and put one line into its pages.',
    },
    mail: {
      title: 'Mail',
      hint: 'Set SMTP_URL and MAIL_FROM where the desk runs, then send a test: answers reach visitors who have gone.',
    },
  },
}

const zh: typeof en = {
  title: '开始使用',
  said: { away: '已收起。各项设置都可以在菜单中找到。' },
  lead: '系统会自动判断每一项是否完成。顺序不限，不需要的可以跳过。',
  next: '系统已开通，接下来',
  allDone: '全部完成',
  left: (n) => (n === 0 ? '全部完成' : `还有 ${n} 项`),
  done: '已完成',
  open: '待完成',
  toWorkbench: '进入工作台',
  putAway: '收起此清单',
  putAwayHint: '仅从菜单中移除，不影响任何设置。',
  steps: {
    departments: { title: '部门', hint: '为现有部门命名，或新建部门：访客可从中选择。' },
    people: { title: '同事', hint: '为每位同事开通账号，并把设置密码的链接交给对方。' },
    hours: { title: '服务时间', hint: '设置接待时间；非服务时间访客可留言。' },
    texts: { title: '访客文案', hint: '在“设置”中填写公司名称，并按语言修改页面文案。' },
    widget: { title: '网站接入', hint: '填写网站地址，并在页面中加入一行代码。' },
    mail: {
      title: '邮件',
      hint: '在运行环境中设置 SMTP_URL 和 MAIL_FROM，再发送测试邮件：访客离开后也能收到回复。',
    },
  },
}

/** What comes after a desk was set up. */
export const firstStepWords = { en, zh }
