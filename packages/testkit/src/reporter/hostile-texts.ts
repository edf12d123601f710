/** Names as a stranger's file may hold them, which a careless reader of reports would obey. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  "\u001b[2J\u001b]0;title\u0007red\u009b31m",
  "line\nbreak\r\nand\ttab\u0000\u0008\u007f",
  "\u2028lines\u2029, \u202eright to left\u2066",
  "half a \ud83d surrogate",
  "</script><script>alert(1)</script><!-- &amp; ]]>",
  "| cell | `code` ``` **bold** [link](javascript:alert(1)) ![image](x) # heading",
  "a,b;\"c\" 'd' \\ =1+1",
  "__proto__",
  "x".repeat(100_000),
];
