<#-- A line a library: artifact, version, name, licences, address; tabs between them. -->
<#list dependencyMap as entry><#assign library = entry.getKey()/><#assign licences = entry.getValue()/>
${library.groupId}:${library.artifactId}	${library.version}	${library.name!library.artifactId}	<#list licences as licence>${licence}<#sep>; </#list>	${library.url!""}
</#list>
