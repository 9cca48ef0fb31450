/**
 * What the editors need for Chinese, which the tool has no settings for: long lines of the query wrap, so that comments
 * are read without scrolling sideways; and full-width signs (，：（）) are not framed as look-alikes of others, which the
 * editor does wherever the browser speaks another language than the data.
 */
import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

const unicodeHighlight = { ambiguousCharacters: false };

export function EditorOptions(): null {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick("queryEditor", "variableEditor", "responseEditor"),
  );
  useEffect(() => {
    queryEditor?.updateOptions({ wordWrap: "on", unicodeHighlight });
  }, [queryEditor]);
  useEffect(() => {
    variableEditor?.updateOptions({ unicodeHighlight });
  }, [variableEditor]);
  useEffect(() => {
    responseEditor?.updateOptions({ unicodeHighlight });
  }, [responseEditor]);
  return null;
}
