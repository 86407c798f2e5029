# JupyterLab with Goloom, for Binder and for any other host of notebooks:
#
#   docker build -t goloom . && docker run --rm -p 8888:8888 goloom
#
# Binder's rules: a tag that is not `latest`, notebook and jupyterlab (jupyterhub for hubs that ask for a login), a
# user with uid 1000 who owns the notebooks, no ENTRYPOINT. Options of the JVM stand in the kernelspec: a variable
# such as JAVA_TOOL_OPTIONS would print a line under every cell.

FROM eclipse-temurin:25-jdk AS build
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
ENV JAVA_HOME=/opt/java/openjdk
WORKDIR /src
COPY . .
RUN mvn -q -B -pl kernel -am -DskipTests package

FROM python:3.13-slim-bookworm
COPY --from=eclipse-temurin:25-jdk /opt/java/openjdk /opt/java/openjdk
COPY install/requirements-lab.txt /opt/goloom/
RUN pip install --no-cache-dir -q -r /opt/goloom/requirements-lab.txt jupyterhub==6.1.1
# The kernelspec with its AOT cache, trained here by the JVM that will use it.
COPY --from=build /src/kernel/target/goloom-kernel.jar /opt/goloom/
RUN /opt/java/openjdk/bin/java -jar /opt/goloom/goloom-kernel.jar install --prefix /usr/local --java-home /opt/java/openjdk \
 && rm /opt/goloom/goloom-kernel.jar

ARG NB_USER=learner
ARG NB_UID=1000
ENV USER=$NB_USER HOME=/home/$NB_USER
RUN useradd --create-home --uid $NB_UID $NB_USER
COPY --chown=$NB_UID notebooks $HOME
COPY --chown=$NB_UID README.md $HOME/
WORKDIR $HOME
USER $NB_UID
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--no-browser", "--LabApp.default_url=/lab/tree/00-tour.ipynb"]
