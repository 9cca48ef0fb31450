/**
 * Lets long lines of the query wrap, so that Chinese comments can be read without scrolling sideways. The tool has no
 * setting for it.
 */
import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

export function WrapLines(): null {
  const { queryEditor } = useGraphiQL(pick("queryEditor"));
  useEffect(() => {
    queryEditor?.updateOptions({ wordWrap: "on" });
  }, [queryEditor]);
  return null;
}
