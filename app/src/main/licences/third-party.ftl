<#-- A line a library: artifact, version, licences; tabs between them. -->
<#list dependencyMap as entry><#assign library = entry.getKey()/><#assign licences = entry.getValue()/>
${library.groupId}:${library.artifactId}	${library.version}	<#list licences as licence>${licence}<#sep>; </#list>
</#list>
